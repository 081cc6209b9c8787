package org.beffroi.directory.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Structure;
import org.beffroi.directory.domain.StructureSheet;
import org.beffroi.directory.domain.Structures;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory for machines: what the pages show, as far as the token sees. */
@RestController
@RequestMapping("/api/v1/structures")
class StructuresApi {
    private final Structures structures;

    StructuresApi(Structures structures) {
        this.structures = structures;
    }

    /**
     * @param kind PHONE when left out
     * @param label whom one reaches
     * @param outOfBand works when the structure's own network, mail and telephones are down; so, when left out
     */
    record NewContact(
            Contact.@Nullable Kind kind,
            @Nullable String value,
            @Nullable String label,
            @Nullable Boolean outOfBand) {
        Contact contact() {
            return new Contact(
                    kind == null ? Contact.Kind.PHONE : kind,
                    value == null ? "" : value.strip(),
                    label == null || label.isBlank() ? null : label.strip(),
                    !Boolean.FALSE.equals(outOfBand),
                    false);
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping
    List<Structure> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "false") boolean closed,
            Viewer viewer) {
        return structures.search(q, region, group, closed, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping("/{key}")
    StructureSheet one(@PathVariable String key, Viewer viewer) {
        return structures.sheet(key, viewer).orElseThrow(() -> Refusal.notFound("directory.error.not-found"));
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.ADMIN})
    @PostMapping("/{key}/contacts")
    StructureSheet keepContact(@PathVariable String key, @RequestBody NewContact body, Viewer viewer) {
        structures.keepContact(key, body.contact(), viewer);
        return one(key, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.ADMIN})
    @DeleteMapping("/{key}/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropContact(
            @PathVariable String key, @RequestParam Contact.Kind kind, @RequestParam String value, Viewer viewer) {
        structures.dropContact(key, kind, value, viewer);
    }
}
