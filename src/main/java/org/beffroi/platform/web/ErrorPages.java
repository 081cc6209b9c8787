package org.beffroi.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.platform.security.CurrentViewer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where every error ends that no handler spoke for: an address that does not exist, a body that cannot be read, a fault of ours. */
@Controller
class ErrorPages implements ErrorController {
    private final MessageSource texts;
    private final CurrentViewer current;
    private final Desk desk;

    ErrorPages(MessageSource texts, CurrentViewer current, Desk desk) {
        this.texts = texts;
        this.current = current;
        this.desk = desk;
    }

    static boolean isForMachines(String path) {
        return path.startsWith("/api/");
    }

    @OpenToAll
    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var problem = Problem.ofStatus(status);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (isForMachines(path)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(at(path, problem.say(problem.detail(texts, desk, locale), texts, locale)));
        }
        var page = new ModelAndView("error", problem.status());
        page.addObject("status", status);
        if (status == HttpServletResponse.SC_FORBIDDEN && current.lacksTheRole(request)) {
            page.addObject("roles", roles(current.of(request), locale));
        }
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            page.addObject(
                    "up",
                    path.replaceFirst("^/+", "/").replaceFirst("/[^/]*$", "/").replaceFirst("(.)/$", "$1"));
        }
        return page;
    }

    private String roles(Viewer viewer, Locale locale) {
        return viewer.roles().stream()
                .sorted()
                .map(role -> texts.getMessage(
                        "platform.sign-in.demo." + role.name().toLowerCase(Locale.ROOT), null, role.name(), locale))
                .collect(Collectors.joining(", "));
    }

    /** The address that was asked; where that is none, the root. */
    private static ProblemDetail at(String path, ProblemDetail problem) {
        try {
            problem.setInstance(new URI(path));
        } catch (URISyntaxException strange) {
            problem.setInstance(URI.create("/"));
        }
        return problem;
    }
}
