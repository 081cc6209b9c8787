package org.beffroi.search.domain;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.beffroi.search.domain.SearchQuery.Since;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, as it stands in an address; all may be left out.
 *
 * @param q words, of which all must be there; "in quotation marks" one behind the other; -word must not be there; or between alternatives; the
 *     first 500 characters of it
 * @param in names, declared, messages, notes, seen (observables and techniques) or files; everything when left out
 * @param status open or closed; both when left out
 * @param since week, month or year: how long ago at most it was declared
 * @param region INSEE code
 * @param world code of another world than the national one
 * @param page from 1, 20 incidents each
 */
public record SearchFilter(
        @Nullable String q,
        @Nullable String in,
        @Nullable String status,
        @Nullable String since,
        @Nullable String region,
        @Nullable String world,
        @Nullable Integer page) {
    private static final int LONGEST = 500;
    private static final Pattern REGION = Pattern.compile("[0-9A-Z]{1,5}");

    public SearchQuery query() {
        var text = Objects.requireNonNullElse(q, "").strip();
        return new SearchQuery(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                chosen(in, "search.error.in", this::view),
                chosen(status, "search.error.status", SearchFilter::open),
                chosen(since, "search.error.since", Since::valueOf),
                chosen(region, "search.error.region", SearchFilter::region),
                world == null || world.isBlank()
                        ? World.NATIONAL
                        : Objects.requireNonNull(
                                chosen(world, "search.error.world", code -> new World(code.toLowerCase(Locale.ROOT)))),
                Objects.requireNonNullElse(page, 1));
    }

    private View view(String name) {
        var view = View.valueOf(name);
        if (!Search.CHOICES.contains(view)) {
            throw new IllegalArgumentException(name);
        }
        return view;
    }

    /** It stands in the index's own words: nothing but a code may. */
    private static String region(String code) {
        if (!REGION.matcher(code).matches()) {
            throw new IllegalArgumentException(code);
        }
        return code;
    }

    private static Boolean open(String name) {
        return switch (name) {
            case "OPEN" -> true;
            case "CLOSED" -> false;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static <T> @Nullable T chosen(@Nullable String typed, String error, Function<String, T> reader) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return reader.apply(typed.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(error, typed);
        }
    }
}
