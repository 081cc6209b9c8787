package org.beffroi.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/** What one who may not gets: people are led to the sign-in page, machines get a bare status, which the error page turns into a problem. */
final class SignInOrRefuse implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** On the request that was refused for its viewer's roles, and not because a form was old or forged. */
    static final String NOT_THIS_ROLE = SignInOrRefuse.class.getName() + ".role";

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            signIn.commence(request, response, e);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (!(e instanceof CsrfException)) {
            request.setAttribute(NOT_THIS_ROLE, true);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
