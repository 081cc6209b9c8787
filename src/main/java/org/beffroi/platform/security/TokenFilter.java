package org.beffroi.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.beffroi.access.Access;
import org.beffroi.access.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer bef_…}: a machine. A token that is not known is refused, never taken for a guest. */
@Component
@ConditionalOnWebApplication
class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Access access;
    private final CurrentViewer current;

    TokenFilter(Access access, CurrentViewer current) {
        this.access = access;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            var viewer = header.startsWith(SCHEME)
                    ? access.viewerOfToken(header.substring(SCHEME.length()).strip())
                    : Optional.<Viewer>empty();
            if (viewer.isEmpty()) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            request.setAttribute(CurrentViewer.ATTRIBUTE, viewer.get());
            // Known to the chain as well: what a machine may not is «forbidden», not «sign in».
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    viewer.get().name(), null, List.of()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            // The error page is made when the session is over: who asked must be known by then, if no handler wanted to
            // know.
            current.of(request);
        }
    }
}
