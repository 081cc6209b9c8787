package org.beffroi.taxonomy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a vocabulary.
 *
 * @param code UPPER_SNAKE, or the official code where there is one ({@code 2A}, {@code 355}, {@code FR})
 * @param en shown to English readers
 * @param fr shown to French readers
 * @param attributes by column name; a cell left empty is absent
 */
public record Term(String code, String en, String fr, Map<String, String> attributes) {
    public Term {
        attributes = Map.copyOf(attributes);
    }

    /** French for French locales, English for all others. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("fr") ? fr : en;
    }

    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }
}
