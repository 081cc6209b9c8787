package org.beffroi.incident.api;

import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.incident.domain.Support;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Supports;
import org.beffroi.incident.domain.Supports.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Help that structures ask for and the desk offers, for machines. */
@RestController
@RequestMapping("/api/v1")
class SupportApi {
    private final Supports supports;
    private final Speakers speakers;
    private final CaseFiles files;

    SupportApi(Supports supports, Speakers speakers, CaseFiles files) {
        this.supports = supports;
        this.speakers = speakers;
        this.files = files;
    }

    /**
     * What is said of a kind of help.
     *
     * @param kind code of the vocabulary support-kind
     * @param words what is offered, which the structure reads; or who did what, which it does not
     * @param minutes of work
     */
    record SupportWord(
            @Nullable String kind,
            @Nullable Step step,
            @Nullable String words,
            @Nullable Integer minutes) {
        Word word() {
            return new Word(Objects.requireNonNullElse(kind, ""), step, Objects.requireNonNullElse(words, ""), minutes);
        }
    }

    /** Of all structures of the incident within the caller's scope. */
    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/incidents/{reference}/support")
    List<Support> list(@PathVariable String reference, Viewer viewer) {
        return supports.of(files.require(reference, viewer), viewer);
    }

    @OpenTo(Role.DECLARANT)
    @GetMapping("/declarations/{reference}/support")
    List<Support> read(@PathVariable String reference, Viewer viewer) {
        return supports.of(speakers.find(reference, viewer));
    }

    /** A structure asks, accepts or declines; the rest is the desk's. */
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/support")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@PathVariable String reference, @RequestBody SupportWord body, Viewer viewer) {
        supports.say(speakers.find(reference, viewer), body.word(), viewer);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/support")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sayByLink(@PathVariable String token, @RequestBody SupportWord body) {
        supports.say(speakers.followed(token), body.word(), Viewer.guest());
    }
}
