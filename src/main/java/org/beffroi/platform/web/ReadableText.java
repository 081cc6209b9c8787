package org.beffroi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No parameter of any address or form holds a NUL: the database takes it for no text. It becomes the character that stands for one that
 * cannot be shown, so that what somebody pasted comes back with it. Bytes that are no UTF-8 make the request unreadable.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableText extends OncePerRequestFilter {
    private static final char NUL = '\0';
    private static final char UNKNOWN = '\uFFFD';

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (InvalidParameterException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(isReadable(parameters) ? request : new Replaced(request, readable(parameters)), response);
    }

    private static boolean isReadable(Map<String, String[]> parameters) {
        for (var parameter : parameters.entrySet()) {
            if (parameter.getKey().indexOf(NUL) >= 0
                    || Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf(NUL) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String[]> readable(Map<String, String[]> parameters) {
        var readable = new LinkedHashMap<String, String[]>();
        parameters.forEach((name, values) -> readable.put(
                readable(name),
                Arrays.stream(values).map(ReadableText::readable).toArray(String[]::new)));
        return Collections.unmodifiableMap(readable);
    }

    private static String readable(String text) {
        return text.replace(NUL, UNKNOWN);
    }

    private static final class Replaced extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;

        Replaced(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
