package org.beffroi.correspondence.web;

import java.util.Arrays;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.correspondence.domain.Timing;
import org.beffroi.correspondence.domain.Timings;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A structure says when it wants to be told of messages: by its account, or by the secret link. */
@Controller
class TimingController {
    private final Seats seats;
    private final Timings timings;

    TimingController(Seats seats, Timings timings) {
        this.seats = seats;
        this.timings = timings;
    }

    @OpenTo(Role.DECLARANT)
    @PostMapping("/declarations/{reference}/messages/timing")
    String choose(@PathVariable String reference, @RequestParam(defaultValue = "") String timing, Viewer viewer) {
        var seat = seats.ofStructure(reference, viewer);
        timings.choose(seat, read(timing));
        return "redirect:/declarations/" + seat.declaration().reference() + "/messages?kept#timing";
    }

    @OpenToAll
    @PostMapping("/follow/{token}/messages/timing")
    String chooseByLink(@PathVariable String token, @RequestParam(defaultValue = "") String timing) {
        var seat = seats.byLink(token);
        timings.choose(seat, read(timing));
        return "redirect:/follow/" + token + "/messages?kept#timing";
    }

    private static Timing read(String typed) {
        return Arrays.stream(Timing.values())
                .filter(timing -> timing.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("correspondence.error.timing"));
    }
}
