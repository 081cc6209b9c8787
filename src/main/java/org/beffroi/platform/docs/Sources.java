package org.beffroi.platform.docs;

import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Our own classes, as the class path holds them. */
final class Sources {
    static final String ROOT = "org.beffroi";

    private Sources() {}

    /** Every record of ours that is one of these, by name. One within another type is nobody else's business. */
    static List<Class<?>> recordsThatAre(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents(ROOT).stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .filter(name -> !name.contains("$"))
                .sorted()
                .<Class<?>>map(Sources::load)
                .filter(Class::isRecord)
                .toList();
    }

    /** {@code org.beffroi.incident.domain.X} is of {@code incident}. */
    static String module(Class<?> type) {
        var rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was found, and cannot be loaded", e);
        }
    }
}
