package org.beffroi.correspondence.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.correspondence.domain.Timing;
import org.beffroi.correspondence.domain.Timings;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When a structure wants to be told of messages; what holds stands in its conversation. */
@RestController
@RequestMapping("/api/v1")
class TimingApi {
    private final Seats seats;
    private final Timings timings;

    TimingApi(Seats seats, Timings timings) {
        this.seats = seats;
        this.timings = timings;
    }

    /** From the next message on; what is urgent is told at once in any case. */
    record Chosen(@Nullable Timing timing) {}

    @OpenTo(Role.DECLARANT)
    @PutMapping("/declarations/{reference}/messages/timing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable String reference, @RequestBody Chosen body, Viewer viewer) {
        choose(seats.ofStructure(reference, viewer), body);
    }

    @OpenToAll
    @PutMapping("/follow/{token}/messages/timing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void chooseByLink(@PathVariable String token, @RequestBody Chosen body) {
        choose(seats.byLink(token), body);
    }

    private void choose(Seat seat, Chosen body) {
        if (body.timing() == null) {
            throw Refusal.invalid("correspondence.error.timing");
        }
        timings.choose(seat, body.timing());
    }
}
