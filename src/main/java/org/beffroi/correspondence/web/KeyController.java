package org.beffroi.correspondence.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.PgpKeys;
import org.beffroi.shared.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The OpenPGP keys of those to whom the desk writes. */
@Controller
@RequestMapping("/messages/keys")
class KeyController {
    private final PgpKeys keys;

    KeyController(PgpKeys keys) {
        this.keys = keys;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    String list(Model model) {
        return show(model, "", "", FieldErrors.NONE);
    }

    private String show(Model model, String address, String key, FieldErrors errors) {
        model.addAttribute("languageAt", "/messages/keys");
        model.addAttribute("keys", keys.all());
        model.addAttribute("address", address);
        model.addAttribute("key", key);
        model.addAttribute("errors", errors);
        return "correspondence/keys";
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView keep(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean compared,
            Viewer viewer,
            Model model)
            throws IOException {
        try {
            var block = key.isBlank() && file != null
                    ? file.getBytes()
                    : key.strip().getBytes(StandardCharsets.UTF_8);
            keys.keep(address, block, compared, viewer);
            return new ModelAndView("redirect:/messages/keys");
        } catch (FieldErrors.Invalid invalid) {
            return new ModelAndView(
                    show(model, address, key, invalid.errors()), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/comparison")
    String compare(@PathVariable UUID id, Viewer viewer) {
        keys.compare(id, viewer);
        return "redirect:/messages/keys";
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/end")
    String drop(@PathVariable UUID id, Viewer viewer) {
        keys.drop(id, viewer);
        return "redirect:/messages/keys";
    }
}
