package org.beffroi.platform.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.beffroi.shared.LaterBody;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer is made whole first, and sent when its place within is free again: who reads slowly keeps nobody out either. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerLater extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (isMade(kept) && request.getAttribute(Door.INSIDE) instanceof Door.Inside inside) {
            inside.close();
        }
        kept.copyBodyToResponse();
        if (request.getAttribute(LaterBody.ATTRIBUTE) instanceof LaterBody body
                && kept.getStatus() < 300
                && !request.getMethod().equals("HEAD")) {
            body.write(response.getOutputStream());
        }
    }

    /** Of a bare status the error page is still to be made. */
    private static boolean isMade(ContentCachingResponseWrapper answer) {
        return answer.getStatus() < 400 || answer.getContentSize() > 0;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
