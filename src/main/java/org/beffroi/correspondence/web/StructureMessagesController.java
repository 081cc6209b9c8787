package org.beffroi.correspondence.web;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
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

/** A structure writes to the desk: by its account, or by the secret link. */
@Controller
class StructureMessagesController {
    private final Seats seats;
    private final ThreadPage page;

    StructureMessagesController(Seats seats, ThreadPage page) {
        this.seats = seats;
        this.page = page;
    }

    @OpenTo(Role.DECLARANT)
    @GetMapping("/declarations/{reference}/messages")
    ModelAndView read(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> asked, Viewer viewer) {
        var seat = seats.ofStructure(reference, viewer);
        return page.show(seat, address(seat), asked);
    }

    @OpenTo(Role.DECLARANT)
    @PostMapping("/declarations/{reference}/messages")
    ModelAndView write(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Viewer viewer) {
        var seat = seats.ofStructure(reference, viewer);
        return page.write(seat, address(seat), typed, files);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/messages")
    ModelAndView readByLink(@PathVariable String token, @RequestParam MultiValueMap<String, String> asked) {
        return page.show(seats.byLink(token), "/follow/" + token + "/messages", asked);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/messages")
    ModelAndView writeByLink(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files) {
        return page.write(seats.byLink(token), "/follow/" + token + "/messages", typed, files);
    }

    private static String address(Seat seat) {
        return "/declarations/" + seat.declaration().reference() + "/messages";
    }
}
