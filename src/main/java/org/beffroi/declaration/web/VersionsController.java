package org.beffroi.declaration.web;

import java.util.Optional;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Versions;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was declared before, and what has changed since. */
@Controller
class VersionsController {
    private final Versions versions;

    VersionsController(Versions versions) {
        this.versions = versions;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/history")
    String history(@PathVariable String reference, Viewer viewer, Model model) {
        var history = versions.history(reference(reference), viewer);
        return history(model, history, "/declarations/" + history.reference());
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/history/{version}")
    String version(
            @PathVariable String reference,
            @PathVariable int version,
            @RequestParam(required = false) Optional<Integer> against,
            Viewer viewer,
            Model model) {
        var reading = versions.read(reference(reference), version, against, viewer);
        return version(model, reading, "/declarations/" + reading.sheet().reference());
    }

    @OpenToAll
    @GetMapping("/follow/{token}/history")
    String historyByLink(@PathVariable String token, Model model) {
        return history(model, versions.historyByLink(token), "/follow/" + token);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/history/{version}")
    String versionByLink(
            @PathVariable String token,
            @PathVariable int version,
            @RequestParam(required = false) Optional<Integer> against,
            Model model) {
        return version(model, versions.readByLink(token, version, against), "/follow/" + token);
    }

    private static String history(Model model, Versions.History history, String here) {
        model.addAttribute("history", history);
        model.addAttribute("here", here);
        return "declaration/history";
    }

    private static String version(Model model, Versions.Reading reading, String here) {
        model.addAttribute("reading", reading);
        model.addAttribute("declaration", reading.sheet());
        model.addAttribute("here", here);
        return "declaration/version";
    }

    private static PublicReference reference(String typed) {
        return PublicReference.parse(typed).orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }
}
