package org.beffroi.correspondence.web;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Reminders;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The desk writes to one structure: that of the declaration whose number stands in the address. */
@Controller
class DeskMessagesController {
    private final Seats seats;
    private final ThreadPage page;
    private final Reminders reminders;

    DeskMessagesController(Seats seats, ThreadPage page, Reminders reminders) {
        this.seats = seats;
        this.page = page;
        this.reminders = reminders;
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
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Viewer viewer) {
        var seat = seats.ofDesk(reference, viewer);
        return page.write(seat, address(seat), typed, files);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/{reference}/messages/reminders")
    String remind(@PathVariable String reference, @RequestParam(defaultValue = "true") boolean pause, Viewer viewer) {
        var seat = seats.ofDesk(reference, viewer);
        reminders.pause(seat, pause);
        return "redirect:" + address(seat) + "#reminders";
    }

    private static String address(Seat seat) {
        return "/incidents/" + seat.declaration().reference() + "/messages";
    }
}
