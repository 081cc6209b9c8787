package org.beffroi.incident.api;

import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Tags;
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

/** Words of the desk's own on an incident, for machines; the queue is searched for them by {@code q=#word}. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/tags")
class TagApi {
    private final Tags tags;
    private final CaseFiles files;

    TagApi(Tags tags, CaseFiles files) {
        this.tags = tags;
        this.files = files;
    }

    /** @param tag one or several, between blanks */
    record TagWords(@Nullable String tag) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<String> list(@PathVariable String reference, Viewer viewer) {
        return tags.of(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    List<String> set(@PathVariable String reference, @RequestBody TagWords body, Viewer viewer) {
        tags.set(files.require(reference, viewer), Objects.requireNonNullElse(body.tag(), ""), viewer);
        return list(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String reference, @RequestParam(defaultValue = "") String tag, Viewer viewer) {
        tags.remove(files.require(reference, viewer), tag, viewer);
    }
}
