package org.beffroi.incident.api;

import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Shifts;
import org.beffroi.incident.domain.Shifts.Note;
import org.beffroi.incident.domain.Shifts.Shift;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is handed over from shift to shift, and who follows, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}")
class ShiftApi {
    private final Shifts shifts;
    private final CaseFiles files;

    ShiftApi(Shifts shifts, CaseFiles files) {
        this.shifts = shifts;
        this.files = files;
    }

    /** @param todo what is to be done next; the others may be left out */
    record HandoverNote(
            @Nullable String done,
            @Nullable String todo,
            @Nullable String beware) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/handover")
    Shift read(@PathVariable String reference, Viewer viewer) {
        return shifts.of(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/handover")
    Shift handOver(@PathVariable String reference, @RequestBody HandoverNote body, Viewer viewer) {
        shifts.handOver(
                files.require(reference, viewer),
                new Note(
                        Objects.requireNonNullElse(body.done(), ""),
                        Objects.requireNonNullElse(body.todo(), ""),
                        Objects.requireNonNullElse(body.beware(), "")),
                viewer);
        return read(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PutMapping("/handover/taken")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable String reference, Viewer viewer) {
        shifts.takeOver(files.require(reference, viewer), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PutMapping("/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void watch(@PathVariable String reference, Viewer viewer) {
        shifts.watch(files.require(reference, viewer), true, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unwatch(@PathVariable String reference, Viewer viewer) {
        shifts.watch(files.require(reference, viewer), false, viewer);
    }
}
