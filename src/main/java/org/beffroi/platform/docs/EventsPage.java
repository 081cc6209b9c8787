package org.beffroi.platform.docs;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.beffroi.shared.Recordable;
import org.springframework.stereotype.Component;

/** What happens, as other modules hear it and as the figures know it. */
@Component
class EventsPage implements GeneratedPage {
    @Override
    public String name() {
        return "events";
    }

    @Override
    public String text() {
        var page = new StringBuilder("""
                # Events

                What has happened: each event is a Java record that other modules hear, and one fact of the journal, written in the
                transaction of the change itself. A fact holds codes, numbers, booleans and instants; who or what it is about is kept as a
                salted hash. An optional field that is not known is absent from the fact.
                """);
        Sources.recordsThatAre(Recordable.class).forEach(type -> page.append(section(type)));
        return page.toString();
    }

    private static String section(Class<?> type) {
        var fact = ((Recordable) Sample.of(type)).fact();
        return "\n## `%s` → `%s`\n\n- module: `%s`\n- fields: %s\n- fact: about %s; data %s\n"
                .formatted(
                        type.getSimpleName(),
                        fact.type(),
                        Sources.module(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(EventsPage::field)
                                .collect(Collectors.joining(", ")),
                        listed(fact.subjects().keySet()),
                        listed(fact.data().keySet()));
    }

    private static String field(RecordComponent component) {
        var type = component.getGenericType().getTypeName().replaceAll("[a-zA-Z.]*[.$]([A-Z])", "$1");
        return "`%s` %s"
                .formatted(component.getName(), type.replace("<", " of ").replace(">", ""));
    }

    private static String listed(Iterable<String> names) {
        var sorted = new TreeSet<String>();
        names.forEach(sorted::add);
        // Where keys are codes themselves, the sample's stands for all.
        var told =
                sorted.stream().map(name -> name.matches("(.*-)?" + Sample.TEXT) ? name.replaceFirst(".$", "*") : name);
        return sorted.isEmpty() ? "none" : told.map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
