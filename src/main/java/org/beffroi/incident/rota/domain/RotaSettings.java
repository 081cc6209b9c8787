package org.beffroi.incident.rota.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The desk's hours, and how fast a call that nobody answers goes on.
 *
 * @param from when the desk opens on working days, in Paris: {@code 09:00}
 * @param to when it closes
 * @param holidays further days on which it stays closed, {@code 2026-05-15, 2027-05-07}; blank: public holidays only
 * @param again after how long whoever has not answered is called again, and the second with them
 * @param leads after how long the leads are called
 * @param quiet how long after a call no other one begins: what comes meanwhile is counted, and called for then
 */
@ConfigurationProperties("beffroi.rota")
record RotaSettings(String from, String to, String holidays, Duration again, Duration leads, Duration quiet) {

    RotaSettings {
        if (!opens(from).isBefore(opens(to))) {
            throw new IllegalStateException(
                    "beffroi.rota.from (%s) must be before beffroi.rota.to (%s)".formatted(from, to));
        }
        if (again.isNegative() || again.isZero() || leads.compareTo(again) <= 0 || quiet.isNegative()) {
            throw new IllegalStateException(
                    "beffroi.rota: again must be more than nothing, leads longer than again, quiet not negative");
        }
        read("holidays", holidays, RotaSettings::days);
    }

    private static LocalTime opens(String typed) {
        return read("from or to", typed, LocalTime::parse);
    }

    private static Set<LocalDate> days(String typed) {
        return Stream.of(typed.split("[,;\\s]+"))
                .filter(day -> !day.isBlank())
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    private static <T> T read(String name, String typed, Function<String, T> how) {
        try {
            return how.apply(typed);
        } catch (DateTimeException wrong) {
            throw new IllegalStateException(
                    "beffroi.rota: %s is «%s»; hours are written 09:00, days 2026-05-15".formatted(name, typed), wrong);
        }
    }

    LocalTime opens() {
        return opens(from);
    }

    LocalTime closes() {
        return opens(to);
    }

    Set<LocalDate> closed() {
        return days(holidays);
    }
}
