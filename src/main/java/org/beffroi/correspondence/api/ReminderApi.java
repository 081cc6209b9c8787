package org.beffroi.correspondence.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Reminders;
import org.beffroi.correspondence.domain.Reminders.FollowUp;
import org.beffroi.correspondence.domain.Seats;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done by itself where a structure does not answer, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/messages/reminders")
class ReminderApi {
    private final Seats seats;
    private final Reminders reminders;

    ReminderApi(Seats seats, Reminders reminders) {
        this.seats = seats;
        this.reminders = reminders;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    FollowUp read(@PathVariable String reference, Viewer viewer) {
        return reminders.of(seats.ofDesk(reference, viewer));
    }

    /** Nobody is reminded by itself in this conversation any more. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PutMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String reference, Viewer viewer) {
        reminders.pause(seats.ofDesk(reference, viewer), true);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String reference, Viewer viewer) {
        reminders.pause(seats.ofDesk(reference, viewer), false);
    }
}
