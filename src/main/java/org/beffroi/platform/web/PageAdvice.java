package org.beffroi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.beffroi.access.Viewer;
import org.beffroi.platform.security.CurrentViewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {
    private final CurrentViewer current;
    private final Desk desk;
    private final boolean demo;

    PageAdvice(CurrentViewer current, Desk desk, @Value("${beffroi.demo:false}") boolean demo) {
        this.current = current;
        this.desk = desk;
        this.demo = demo;
    }

    @ModelAttribute("viewer")
    Viewer viewer(HttpServletRequest request) {
        return current.of(request);
    }

    @ModelAttribute("desk")
    Desk desk() {
        return desk;
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
