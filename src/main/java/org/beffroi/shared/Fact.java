package org.beffroi.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the figures may know it: no name, no free text. Identifiers are hashed by the journal before they are kept.
 *
 * @param type {@code module.what-happened}, for example {@code incident.triaged}
 * @param happenedAt when it happened, which may be long before it is recorded
 * @param world what it is counted with
 * @param subjects who or what it is about, by kind ({@code incident}, {@code declaration}, {@code structure})
 * @param data by name: {@link String} codes, numbers, booleans, instants (ISO 8601 text), or lists of codes
 */
public record Fact(String type, Instant happenedAt, World world, Map<String, UUID> subjects, Map<String, Object> data) {

    private static final int LONGEST_CODE = 64;

    /** As {@link Instant#toString} writes it. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3,9})?Z");

    public Fact {
        subjects = Map.copyOf(subjects);
        var kept = new LinkedHashMap<String, Object>();
        data.forEach((name, value) -> kept.put(code(name), checked(value)));
        data = Collections.unmodifiableMap(kept);
    }

    /** Starts a fact; {@link #about} and {@link #with} return enlarged copies. */
    public static Fact of(String type, Instant happenedAt, World world) {
        return new Fact(type, happenedAt, world, Map.of(), Map.of());
    }

    public Fact about(String kind, @Nullable UUID subject) {
        return subject == null ? this : new Fact(type, happenedAt, world, plus(subjects, kind, subject), data);
    }

    /** A code of a vocabulary. Nothing is added when it is not known. */
    public Fact with(String name, @Nullable String code) {
        return code == null ? this : put(name, code);
    }

    public Fact with(String name, @Nullable Enum<?> constant) {
        return constant == null ? this : put(name, constant.name());
    }

    public Fact with(String name, boolean flag) {
        return put(name, flag);
    }

    public Fact with(String name, long number) {
        return put(name, number);
    }

    public Fact with(String name, @Nullable Instant instant) {
        return instant == null ? this : put(name, instant.toString());
    }

    /** Codes of a vocabulary, several. An empty list is kept: «asked, none» differs from «not asked». */
    public Fact with(String name, Collection<String> codes) {
        return put(name, List.copyOf(codes));
    }

    private Fact put(String name, Object value) {
        return new Fact(type, happenedAt, world, subjects, plus(data, name, value));
    }

    private static Object checked(Object value) {
        return switch (value) {
            case String text when isCode(text) || INSTANT.matcher(text).matches() -> text;
            case List<?> list -> list.stream().map(Fact::code).toList();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> throw freeText();
        };
    }

    private static String code(Object value) {
        if (value instanceof String text && isCode(text)) {
            return text;
        }
        throw freeText();
    }

    /**
     * What may stand in a fact as text: a code of a vocabulary, a constant, a region. A sentence or a name does not fit. By hand and not by a
     * pattern: each declaration asks it some hundred times.
     */
    private static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > LONGEST_CODE || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            var character = text.charAt(i);
            if (!isLetterOrDigit(character) && "._+-".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static IllegalArgumentException freeText() {
        return new IllegalArgumentException("free text has no place in a fact: it holds codes only");
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var larger = new LinkedHashMap<>(map);
        larger.put(key, value);
        return larger;
    }

    /** The codes under a name, or an empty list. */
    public List<String> codes(String name) {
        return data.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
