package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * Which figures somebody wishes.
 *
 * @param wish as known at the start of which day, in Europe/Paris; null for the newest that the reader may have
 * @param region INSEE code for one region's own figures
 */
public record FigureRequest(
        World world, @Nullable LocalDate wish, @Nullable String region) {
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final int FIRST_YEAR = 1970;

    /** As it stands in an address. What cannot be meant is refused, with a word on how to write it. */
    public static FigureRequest read(Wish wish) {
        return new FigureRequest(
                world(blankless(wish.world())), day(blankless(wish.asKnownAt())), blankless(wish.region()));
    }

    public static int year(String typed) {
        if (!YEAR.matcher(typed).matches() || Integer.parseInt(typed) < FIRST_YEAR) {
            throw Refusal.invalid("observatory.error.year", shortened(typed));
        }
        return Integer.parseInt(typed);
    }

    public boolean national() {
        return world.equals(World.NATIONAL);
    }

    private static @Nullable String blankless(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static World world(@Nullable String code) {
        try {
            return code == null ? World.NATIONAL : new World(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("observatory.error.world", shortened(String.valueOf(code)));
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("observatory.error.day", shortened(String.valueOf(typed)));
        }
    }

    private static String shortened(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
