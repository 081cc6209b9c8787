package org.beffroi.incident.rota.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seven days from a Monday.
 *
 * @param version grows with each change: whoever changes it says which one they saw
 */
public record RotaWeek(LocalDate monday, int version, List<RotaDay> days) {

    /** @param working whether the desk is open that day */
    public record RotaDay(LocalDate day, boolean working, RotaShift hours, RotaShift night) {}

    /** How many slots of this week have nobody on call. */
    public long holes() {
        return days.stream()
                .flatMap(day -> Stream.of(day.hours(), day.night()))
                .filter(shift -> !shift.open() && shift.isHole())
                .count();
    }
}
