package org.beffroi.incident.rota.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.beffroi.shared.Paris;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When the desk is open, and how its days are cut: two slots to each day, whatever day it is. Hours are those of the wall clock in Paris, so
 * that the night in which summer begins lasts an hour less, and the one in which it ends an hour more.
 */
@Component
class Hours {
    private final LocalTime from;
    private final LocalTime to;
    private final Set<LocalDate> closed;

    @Autowired
    Hours(RotaSettings settings) {
        this(settings.opens(), settings.closes(), settings.closed());
    }

    Hours(LocalTime from, LocalTime to, Set<LocalDate> closed) {
        this.from = from;
        this.to = to;
        this.closed = Set.copyOf(closed);
    }

    /** The slot that an instant lies in. */
    Slot at(Instant instant) {
        var today = instant.atZone(Paris.ZONE).toLocalDate();
        var night = new Slot(today, Part.NIGHT);
        if (!instant.isBefore(begins(night))) {
            return night;
        }
        var day = new Slot(today, Part.DAY);
        return instant.isBefore(begins(day)) ? new Slot(today.minusDays(1), Part.NIGHT) : day;
    }

    Instant begins(Slot slot) {
        return slot.day()
                .atTime(slot.part() == Part.DAY ? from : to)
                .atZone(Paris.ZONE)
                .toInstant();
    }

    /** Where the next one begins. */
    Instant ends(Slot slot) {
        return begins(slot.next());
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Holidays.isHoliday(day)
                && !closed.contains(day);
    }

    /** Whether people sit at the desk; otherwise somebody is on call. */
    boolean isOpen(Slot slot) {
        return slot.part() == Part.DAY && isWorkingDay(slot.day());
    }

    /** This slot, or the first after it in which somebody is on call. */
    Slot onCallFrom(Slot slot) {
        return isOpen(slot) ? slot.next() : slot;
    }
}
