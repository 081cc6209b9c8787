package org.beffroi.correspondence.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk writes to one structure: that of the declaration whose number stands in the address. */
@Controller
class DeskMessagesController {
    private final Seats seats;
    private final ThreadPage page;

    DeskMessagesController(Seats seats, ThreadPage page) {
        this.seats = seats;
        this.page = page;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/incidents/{reference}/messages")
    ModelAndView read(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> asked, Viewer viewer) {
        var seat = seats.ofDesk(reference, viewer);
        return page.show(seat, address(seat), asked);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/{reference}/messages")
    ModelAndView write(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> typed, Viewer viewer) {
        var seat = seats.ofDesk(reference, viewer);
        return page.write(seat, address(seat), typed);
    }

    private static String address(Seat seat) {
        return "/incidents/" + seat.declaration().reference() + "/messages";
    }
}
