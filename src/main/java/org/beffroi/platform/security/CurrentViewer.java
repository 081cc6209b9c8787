package org.beffroi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.beffroi.access.Access;
import org.beffroi.access.SignedIn;
import org.beffroi.access.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer of a request: the machine's token, else the session's account as it is now, else a guest. */
@Component
public class CurrentViewer {
    static final String ATTRIBUTE = Viewer.class.getName();
    private static final String MUST_CHANGE = ATTRIBUTE + ".mustChangePassword";

    private final Access access;

    CurrentViewer(Access access) {
        this.access = access;
    }

    public Viewer of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var session = authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? access.session(signedIn)
                : Optional.<Access.Session>empty();
        session.filter(Access.Session::mustChangePassword).ifPresent(one -> request.setAttribute(MUST_CHANGE, true));
        var viewer = session.map(Access.Session::viewer).orElse(Viewer.guest());
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }

    /** Whether the viewer's password is one that an administrator handed over. */
    boolean mustChangePassword(HttpServletRequest request) {
        of(request);
        return request.getAttribute(MUST_CHANGE) != null;
    }
}
