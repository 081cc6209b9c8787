package org.beffroi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.access.WithAnyPassword;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link OpenTo}. One of our handlers that carries neither annotation is refused to everybody. */
@Component
class HandlerGuard implements HandlerInterceptor {
    private final CurrentViewer current;

    HandlerGuard(CurrentViewer current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method && isOurs(method) && !method.hasMethodAnnotation(OpenToAll.class)) {
            var owner = current.withHandedOverPassword(request);
            var viewer = owner.orElseGet(() -> current.of(request));
            var open = method.getMethodAnnotation(OpenTo.class);
            if (open == null || !viewer.is(open.value())) {
                throw viewer.signedIn() || open == null
                        ? new AccessDeniedException("handler is not open to this viewer")
                        : new InsufficientAuthenticationException("sign in first");
            }
            return owner.isEmpty() || admit(owner.get(), method, request, response);
        }
        return true;
    }

    /** What everybody may do, declaring above all, does not wait for it, but is done as a guest. */
    private boolean admit(Viewer owner, HandlerMethod method, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (method.hasMethodAnnotation(WithAnyPassword.class)) {
            current.admit(request, owner);
            return true;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            throw new AccessDeniedException("change the password first");
        }
        response.sendRedirect("/account");
        return false;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.beffroi");
    }
}
