package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Recoveries;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The structure, or the desk for it, says how far its systems and care activities have come back. */
@Controller
class RecoveryController {
    private final Recoveries recoveries;

    RecoveryController(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/recovery")
    String say(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        recoveries.say(reference, RecoveryWords.read(sent), viewer);
        return back(reference, viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/recovery/removal")
    String takeBack(@PathVariable String reference, @RequestParam(defaultValue = "") String last, Viewer viewer) {
        recoveries.takeBack(reference, RecoveryWords.known(last), viewer);
        return back(reference, viewer);
    }

    private static String back(String reference, Viewer viewer) {
        return "redirect:" + (viewer.atTheDesk() ? "/incidents/" : "/declarations/") + reference + "#recovery";
    }

    @OpenToAll
    @PostMapping("/follow/{token}/recovery")
    String sayByLink(@PathVariable String token, @RequestParam MultiValueMap<String, String> sent) {
        recoveries.sayByLink(token, RecoveryWords.read(sent));
        return "redirect:/follow/" + token + "#recovery";
    }

    @OpenToAll
    @PostMapping("/follow/{token}/recovery/removal")
    String takeBackByLink(@PathVariable String token, @RequestParam(defaultValue = "") String last) {
        recoveries.takeBackByLink(token, RecoveryWords.known(last));
        return "redirect:/follow/" + token + "#recovery";
    }
}
