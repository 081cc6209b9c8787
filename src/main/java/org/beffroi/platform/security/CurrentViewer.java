package org.beffroi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.beffroi.access.Access;
import org.beffroi.access.SignedIn;
import org.beffroi.access.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer of a request: the machine's token, else the session's account as it is now, else a guest. */
@Component
public class CurrentViewer {
    static final String ATTRIBUTE = Viewer.class.getName();

    private final Access access;

    CurrentViewer(Access access) {
        this.access = access;
    }

    public Viewer of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var viewer = authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? access.viewer(signedIn.account()).orElse(Viewer.guest())
                : Viewer.guest();
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }
}
