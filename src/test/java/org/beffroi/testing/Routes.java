package org.beffroi.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that our handlers answer, as the running application knows them. */
public final class Routes {
    private static final Map<String, String> IN_EVERY_HOUSE =
            Map.of("problem", "conflict", "playbook", "ransomware", "recipient", "ARS");

    private Routes() {}

    /** @param pattern with its variables in braces */
    public record Route(String method, String pattern, HandlerMethod handler) {
        public boolean isForMachines() {
            return pattern.startsWith("/api/");
        }

        public boolean openToAll() {
            return handler.hasMethodAnnotation(OpenToAll.class);
        }

        /** Whether the handler says so; a guest has no role. */
        public boolean openTo(Set<Role> roles) {
            var open = handler.getMethodAnnotation(OpenTo.class);
            return openToAll() || (open != null && Stream.of(open.value()).anyMatch(roles::contains));
        }

        public boolean saysWho() {
            return openToAll() || handler.hasMethodAnnotation(OpenTo.class);
        }

        /** An address of it, with a value for each variable; for what is in every house, one of those. */
        public String with(Map<String, String> values) {
            var path = pattern;
            for (var known : List.of(values, IN_EVERY_HOUSE)) {
                for (var value : known.entrySet()) {
                    path = path.replace("{" + value.getKey() + "}", value.getValue());
                }
            }
            if (path.contains("{")) {
                throw new AssertionError("give a value to each variable of " + pattern);
            }
            return path;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    public static List<Route> ours(ApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.beffroi"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var declared = info.getMethodsCondition().getMethods();
        var methods = declared.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : declared;
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Route(method.name(), pattern, handler)));
    }
}
