package org.beffroi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.beffroi.access.Access;
import org.beffroi.access.SignedIn;
import org.beffroi.access.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The viewer of a request: the machine's token, else the session's account as it is now, else a guest. A guest, too, is whoever signed in
 * with a password that somebody else knows: until it is changed, it opens what is open to everybody, and nothing more of it.
 */
@Component
public class CurrentViewer {
    static final String ATTRIBUTE = Viewer.class.getName();
    private static final String HANDED_OVER = ATTRIBUTE + ".handedOver";

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
        var owner = session.map(Access.Session::viewer).orElse(Viewer.guest());
        var handedOver = session.filter(Access.Session::mustChangePassword).isPresent();
        if (handedOver) {
            request.setAttribute(HANDED_OVER, owner);
        }
        var viewer = handedOver ? Viewer.guest() : owner;
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }

    /** The account behind a password that an administrator handed over. */
    public Optional<Viewer> withHandedOverPassword(HttpServletRequest request) {
        of(request);
        return Optional.ofNullable((Viewer) request.getAttribute(HANDED_OVER));
    }

    /** Whether the request was refused because none of the viewer's roles is the right one. */
    public boolean lacksTheRole(HttpServletRequest request) {
        return request.getAttribute(SignInOrRefuse.NOT_THIS_ROLE) != null
                && of(request).signedIn();
    }

    /** The account itself, to change its password. */
    void admit(HttpServletRequest request, Viewer owner) {
        request.setAttribute(ATTRIBUTE, owner);
    }
}
