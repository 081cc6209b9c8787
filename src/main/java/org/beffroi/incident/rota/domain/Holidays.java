package org.beffroi.incident.rota.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The eleven public holidays of the French labour code (L. 3133-1), without those of Alsace-Moselle and overseas. */
final class Holidays {
    private static final Set<MonthDay> FIXED = Stream.of(
                    "--01-01", "--05-01", "--05-08", "--07-14", "--08-15", "--11-01", "--11-11", "--12-25")
            .map(MonthDay::parse)
            .collect(Collectors.toSet());

    private static final int EASTER_MONDAY = 1;
    private static final int ASCENSION = 39;
    private static final int WHIT_MONDAY = 50;

    private Holidays() {}

    static boolean isHoliday(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        var easter = easter(day.getYear());
        return Stream.of(EASTER_MONDAY, ASCENSION, WHIT_MONDAY)
                .anyMatch(days -> easter.plusDays(days).equals(day));
    }

    /** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
