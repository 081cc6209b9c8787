package org.beffroi.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.beffroi.access.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where every error ends that no handler spoke for: an address that does not exist, a body that cannot be read, a fault of ours. */
@Controller
class ErrorPages implements ErrorController {
    private final MessageSource texts;
    private final Desk desk;

    ErrorPages(MessageSource texts, Desk desk) {
        this.texts = texts;
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
                    .body(problem.say(problem.detail(texts, desk, locale), texts, locale));
        }
        var page = new ModelAndView("error", problem.status());
        page.addObject("status", status);
        return page;
    }
}
