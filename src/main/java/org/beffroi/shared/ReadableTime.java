package org.beffroi.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates and hours as people read them, in one way on pages, in sentences and on paper: «24 Nov 2026, 03:12» and «24 nov. 2026 à 03 h 12». Without
 * a place it is Paris; the hour that the end of summer brings twice is told apart by its offset. Of another zone, both are said.
 *
 * @param locale French, or English as it is written in Britain, whatever else is asked for
 */
public record ReadableTime(Locale locale) {
    /** Stands within an hour, so that no line breaks there. */
    private static final String FRENCH_HOUR = "HH'\u00A0h\u00A0'mm";

    public static ReadableTime in(Locale locale) {
        return new ReadableTime(locale);
    }

    /** The day alone: «24 Nov 2026», «1ᵉʳ déc. 2026». */
    public String day(TemporalAccessor day) {
        return number(day) + format("MMM yyyy", day);
    }

    /** The day in full, for titles: «24 November 2026», «24 novembre 2026». */
    public String longDay(LocalDate day) {
        return number(day) + format("MMMM yyyy", day);
    }

    /** In Paris. */
    public String at(Instant instant) {
        var paris = instant.atZone(Paris.ZONE);
        return day(paris) + (isFrench() ? " à " : ", ") + hour(paris);
    }

    /** With its place, even if that is Paris: where the paper travels. In another zone, there and in Paris. */
    public String atWithPlace(Instant instant, @Nullable ZoneId zone) {
        var inParis = at(instant) + " (Paris)";
        if (zone == null || sameHour(instant, zone)) {
            return inParis;
        }
        var there = instant.atZone(zone);
        var said = day(there) + (isFrench() ? " à " : ", ") + hour(there) + " (" + place(zone) + ")";
        var paris = instant.atZone(Paris.ZONE);
        var sameDay = paris.toLocalDate().equals(there.toLocalDate());
        return said + ", " + (sameDay ? hour(paris) + " (Paris)" : inParis);
    }

    /** Paris without its name; another zone as in {@link #atWithPlace}. For templates, which may have no zone. */
    public String at(Instant instant, @Nullable ZoneId zone) {
        return zone == null || sameHour(instant, zone) ? at(instant) : atWithPlace(instant, zone);
    }

    /** The town or island that the zone is named after. */
    public String place(ZoneId zone) {
        var name = zone.getId().replaceFirst("^.*/", "").replace('_', ' ');
        return name.equals("Reunion") ? (isFrench() ? "La Réunion" : "Réunion") : name;
    }

    private static boolean sameHour(Instant instant, ZoneId zone) {
        return zone.getRules().getOffset(instant).equals(Paris.ZONE.getRules().getOffset(instant));
    }

    /** The hour alone, in the zone that it has. */
    public String hour(ZonedDateTime time) {
        var hour = format(isFrench() ? FRENCH_HOUR : "HH:mm", time);
        var twice = time.getZone()
                        .getRules()
                        .getValidOffsets(time.toLocalDateTime())
                        .size()
                > 1;
        return twice
                ? hour + "\u00A0"
                        + DateTimeFormatter.ofPattern("OOOO", Locale.ROOT)
                                .format(time)
                                .replace("GMT", "UTC")
                : hour;
    }

    private String number(TemporalAccessor day) {
        var number = format("d", day);
        return (isFrench() && number.equals("1") ? "1ᵉʳ" : number) + " ";
    }

    private boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, isFrench() ? Locale.FRENCH : Locale.ENGLISH)
                .format(time);
    }
}
