package org.beffroi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.platform.security.CurrentViewer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The doors of the house: home, sign-in, what it is, and whom to tell about a weakness. */
@Controller
class HouseController {
    private final Desk desk;
    private final CurrentViewer current;
    private final Clock clock;

    HouseController(Desk desk, CurrentViewer current, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/")
    String home() {
        return "platform/home";
    }

    /** Where one's work is, after signing in. */
    @OpenToAll
    @GetMapping("/start")
    String start(Viewer viewer, HttpServletRequest request) {
        if (current.withHandedOverPassword(request).isPresent()) {
            return "redirect:/account";
        }
        if (viewer.is(Role.ANALYST, Role.LEAD, Role.AGENCY)) {
            return "redirect:/incidents";
        }
        if (viewer.is(Role.DECLARANT)) {
            return "redirect:/declarations";
        }
        if (viewer.is(Role.ADMIN)) {
            return "redirect:/accounts";
        }
        return viewer.is(Role.OBSERVATORY) ? "redirect:/observatory" : "redirect:/";
    }

    @OpenToAll
    @GetMapping("/sign-in")
    String signIn() {
        return "platform/sign-in";
    }

    @OpenToAll
    @GetMapping("/about")
    String about() {
        return "platform/about";
    }

    /** RFC 9116. */
    @OpenToAll
    @ResponseBody
    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String security() {
        var expires = clock.instant().plus(Duration.ofDays(180)).truncatedTo(ChronoUnit.DAYS);
        return "Contact: mailto:%s%nExpires: %s%nPreferred-Languages: fr, en%n".formatted(desk.email(), expires);
    }
}
