package org.beffroi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the API takes at most, before anything is read into memory. Large enough for a description far too long to be answered with the
 * limit that it breaks; small enough that a few at once do no harm.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {
    static final int LONGEST = 12 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LONGEST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body of unknown length ends where the limit is: what was cut cannot be read, and is answered so. */
    private static final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var stream = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    return read++ >= LONGEST ? -1 : stream.read();
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    var most = (int) Math.min(length, LONGEST - read);
                    if (most <= 0) {
                        return -1;
                    }
                    var got = stream.read(into, from, most);
                    read += Math.max(got, 0);
                    return got;
                }

                @Override
                public boolean isFinished() {
                    return read >= LONGEST || stream.isFinished();
                }

                @Override
                public boolean isReady() {
                    return stream.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    stream.setReadListener(listener);
                }
            };
        }
    }
}
