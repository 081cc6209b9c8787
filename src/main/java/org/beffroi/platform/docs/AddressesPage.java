package org.beffroi.platform.docs;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.shared.GeneratedPage;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every address, and who may call it. Read from the beans and their annotations, so that it needs no web server. */
@Component
class AddressesPage implements GeneratedPage {
    private final ApplicationContext context;

    AddressesPage(ApplicationContext context) {
        this.context = context;
    }

    private record Address(String path, String method, Class<?> controller, String open) {
        boolean forMachines() {
            return path.startsWith("/api/");
        }
    }

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public String text() {
        var all = addresses();
        return """
                # Addresses

                Who may call what. How far a caller sees is another matter: it stands in each query (`Scope`), and what is out of sight does not
                exist (404). A handler that says nothing here is refused to everybody.

                Not handlers of ours: `POST /sign-in` and `POST /sign-out` (Spring Security), `GET /api/openapi` (springdoc), and the files
                under `/css`, `/js` and `/img`.

                ## Pages
                """ + table(all, false) + "\n## API (JSON)\n" + table(all, true);
    }

    private static String table(List<Address> all, boolean forMachines) {
        return GeneratedPage.head("address", "method", "open to", "handler")
                + all.stream()
                        .filter(address -> address.forMachines() == forMachines)
                        .map(address -> GeneratedPage.row(
                                "`" + address.path() + "`",
                                address.method(),
                                address.open(),
                                Sources.module(address.controller()) + ": "
                                        + address.controller().getSimpleName()))
                        .collect(Collectors.joining());
    }

    private List<Address> addresses() {
        return Arrays.stream(context.getBeanNamesForAnnotation(Controller.class))
                .map(context::getType)
                .filter(Objects::nonNull)
                .<Class<?>>map(ClassUtils::getUserClass)
                .filter(type -> type.getName().startsWith(Sources.ROOT + "."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> addresses(type, method)))
                .sorted(Comparator.comparing(Address::path)
                        .thenComparing(Address::method)
                        .thenComparing(Address::open))
                .toList();
    }

    private static Stream<Address> addresses(Class<?> controller, Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null || method.isSynthetic()) {
            return Stream.empty();
        }
        var above = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        var verbs = mapping.method().length == 0
                ? "any"
                : Arrays.stream(mapping.method()).map(Enum::name).collect(Collectors.joining(", "));
        return paths(above == null ? new String[0] : above.path())
                .flatMap(prefix -> paths(mapping.path()).map(path -> prefix + path))
                .map(path -> new Address(path, verbs, controller, open(method)));
    }

    private static Stream<String> paths(String[] paths) {
        return paths.length == 0 ? Stream.of("") : Arrays.stream(paths);
    }

    private static String open(Method method) {
        if (method.isAnnotationPresent(OpenToAll.class)) {
            return "everybody";
        }
        var open = method.getAnnotation(OpenTo.class);
        if (open == null) {
            return "nobody";
        }
        var roles = List.of(open.value());
        return roles.size() == Role.values().length
                ? "whoever has signed in"
                : roles.stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
