package org.beffroi.directory.web;

import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Structure;
import org.beffroi.directory.domain.StructureSheet;
import org.beffroi.directory.domain.Structures;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding a structure, and what is known of it. */
@Controller
class StructuresController {
    private final Structures structures;
    private final Taxonomy taxonomy;

    StructuresController(Structures structures, Taxonomy taxonomy) {
        this.structures = structures;
        this.taxonomy = taxonomy;
    }

    /** What was asked for; the names are those of the address. */
    record Search(
            @Nullable String q,
            @Nullable String region,
            @Nullable String group,
            @Nullable Boolean closed) {
        public boolean closedToo() {
            return Boolean.TRUE.equals(closed);
        }

        String typed() {
            return q == null ? "" : q;
        }
    }

    /** A contact as it was filled in. */
    record ContactForm(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String label,
            @Nullable Boolean outOfBand) {
        static final ContactForm EMPTY = new ContactForm("PHONE", "", "", true);

        Contact contact() {
            return new Contact(
                    kind(kind),
                    text(value),
                    label == null || label.isBlank() ? null : label.strip(),
                    Boolean.TRUE.equals(outOfBand),
                    false);
        }

        static Contact.Kind kind(@Nullable String kind) {
            return "EMAIL".equals(kind) ? Contact.Kind.EMAIL : Contact.Kind.PHONE;
        }

        static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping("/structures")
    String search(@ModelAttribute("search") Search search, Viewer viewer, Model model) {
        var found = structures.search(search.typed(), search.region(), search.group(), search.closedToo(), viewer);
        model.addAttribute("found", found);
        model.addAttribute("more", found.size() == Structures.SHOWN);
        model.addAttribute(
                "regions",
                viewer.is(Role.AGENCY)
                        ? List.of()
                        : taxonomy.vocabulary("region").terms());
        model.addAttribute("groups", taxonomy.vocabulary("structure-group").terms());
        return "directory/search";
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping("/structures/{key}")
    String show(@PathVariable String key, Viewer viewer, Model model) {
        return show(find(key, viewer), ContactForm.EMPTY, FieldErrors.NONE, viewer, model);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.ADMIN})
    @PostMapping("/structures/{key}/contacts")
    ModelAndView keepContact(
            @PathVariable String key, @ModelAttribute("form") ContactForm form, Viewer viewer, Model model) {
        try {
            structures.keepContact(key, form.contact(), viewer);
            return new ModelAndView("redirect:/structures/" + key);
        } catch (FieldErrors.Invalid e) {
            var page = show(find(key, viewer), form, e.errors(), viewer, model);
            return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.ADMIN})
    @PostMapping("/structures/{key}/contacts/removal")
    String dropContact(@PathVariable String key, @RequestParam String kind, @RequestParam String value, Viewer viewer) {
        structures.dropContact(key, ContactForm.kind(kind), value, viewer);
        return "redirect:/structures/" + key;
    }

    private String show(StructureSheet sheet, ContactForm form, FieldErrors errors, Viewer viewer, Model model) {
        model.addAttribute("languageAt", "/structures/" + key(sheet.structure()));
        model.addAttribute("entry", sheet);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", structures.mayChange(viewer));
        return "directory/structure";
    }

    private static String key(Structure structure) {
        return Objects.requireNonNullElse(structure.finess(), String.valueOf(structure.id()));
    }

    private StructureSheet find(String key, Viewer viewer) {
        return structures.sheet(key, viewer).orElseThrow(() -> Refusal.notFound("directory.error.not-found"));
    }
}
