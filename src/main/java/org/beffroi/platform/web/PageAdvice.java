package org.beffroi.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.platform.security.CurrentViewer;
import org.beffroi.platform.security.InlineStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {
    private final CurrentViewer current;
    private final Desk desk;
    private final InlineStyle style;
    private final boolean demo;

    PageAdvice(CurrentViewer current, Desk desk, InlineStyle style, @Value("${beffroi.demo:false}") boolean demo) {
        this.current = current;
        this.desk = desk;
        this.style = style;
        this.demo = demo;
    }

    @ModelAttribute
    void fill(Model model, HttpServletRequest request) {
        if (ErrorPages.isForMachines(request.getRequestURI())) {
            return; // A machine is shown no layout, and gets no cookie.
        }
        var map = new ModelMap();
        fill(map, request);
        model.addAllAttributes(map);
    }

    /** On the page of an error nobody is known whom the database would have to be asked about again. */
    private Viewer viewer(HttpServletRequest request) {
        if (Outage.isAnswerOf(request)) {
            return Viewer.guest();
        }
        try {
            return current.of(request);
        } catch (RuntimeException fault) {
            if (request.getDispatcherType() == DispatcherType.ERROR && Outage.causes(fault)) {
                return Viewer.guest();
            }
            throw fault;
        }
    }

    /** What was asked, without the language, to be asked in another one. */
    private static String query(HttpServletRequest request) {
        var asked = Objects.requireNonNullElse(request.getQueryString(), "");
        var kept = Arrays.stream(asked.split("&"))
                .filter(one -> !one.isEmpty() && !one.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : kept + "&";
    }

    void fill(ModelMap model, HttpServletRequest request) {
        // Made now, not where a form first needs it: by then the page may be on its way, and its cookie too late.
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            csrf.getToken();
        }
        model.addAttribute("viewer", viewer(request));
        model.addAttribute("desk", desk);
        model.addAttribute("demo", demo);
        model.addAttribute("style", style);
        model.addAttribute("posted", !request.getMethod().matches("GET|HEAD"));
        model.addAttribute("languageTo", request.getRequestURI());
        model.addAttribute("languageQuery", query(request));
        model.addAttribute("section", request.getRequestURI().replaceFirst("^/([^/]*).*$", "$1"));
    }
}
