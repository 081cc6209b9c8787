package org.beffroi.observatory.domain;

import java.time.LocalDate;
import org.beffroi.observatory.domain.Growth.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The year before, to compare with. While a year is not over, its counts are compared with the same days of the year before, and shares
 * not at all. A release is compared with the release of the year before, as it was told.
 *
 * @param whole the whole year before; null when there is none to compare with
 * @param same the same days of it
 */
record Before(
        @Nullable Counted whole,
        @Nullable Counted same,
        Period period,
        @Nullable Reason none) {

    /** @param firstDay of which anything is known at all; of one region, the first may be late without collecting having been */
    static Before of(Known known, Period period, LocalDate firstDay) {
        var whole = Counted.all(YearMaker.tally(known, wholeYearBefore(period)));
        var none = none(known, period, firstDay, whole.tally().get("incidents") == 0);
        if (none != null) {
            return new Before(null, null, period, none);
        }
        var same = period.part() ? Counted.all(YearMaker.tally(known, period.yearBefore())) : whole;
        return new Before(whole, same, period, null);
    }

    /** @param release what was told of the year before; null when there was no release */
    static Before of(Known known, Period period, @Nullable Counted release) {
        var none = none(known, period, known.firstDay(), release == null);
        return none == null ? new Before(release, release, period, null) : new Before(null, null, period, none);
    }

    private static Period wholeYearBefore(Period period) {
        return new Period(period.from().minusYears(1), period.from().minusDays(1), false, null, null);
    }

    private static @Nullable Reason none(Known known, Period period, LocalDate firstDay, boolean nothing) {
        LocalDate start = period.from().minusYears(1);
        if (nothing) {
            return Reason.NO_YEAR_BEFORE;
        }
        if (!known.foreign() && start.isBefore(Known.ARRANGEMENT_BEGAN)) {
            return Reason.BEGAN_THE_YEAR_BEFORE;
        }
        return firstDay.isAfter(start.plusMonths(1)) ? Reason.COLLECTION_BEGAN : null;
    }

    @Nullable
    Share share(String cell, String of) {
        return whole == null || period.part() ? null : whole.share(cell, of, null);
    }

    Growth growth(String cell, @Nullable Long now) {
        if (none != null) {
            return Growth.unknown(none);
        }
        var count = same == null ? null : same.shown(cell);
        return now == null || count == null
                ? Growth.unknown(Reason.NOT_PUBLISHED)
                : Growth.of(now, count, period.part());
    }
}
