package org.beffroi.observatory.domain;

import java.util.stream.IntStream;
import org.beffroi.observatory.domain.Growth.Reason;
import org.beffroi.observatory.domain.YearMaker.Order;
import org.jspecify.annotations.Nullable;

/**
 * The year before, to compare with. While a year is not over, its counts are compared with the same days of the year before, and shares
 * not at all. What the reader may see of the whole year before bounds what the comparison may tell: for the public, the count of a part of
 * that year is shown only when it follows from months that are shown.
 *
 * @param whole the whole year before; null when there is none to compare with
 * @param same the same days of it
 */
record Before(
        @Nullable Counted whole,
        @Nullable Counted same,
        Period period,
        boolean published,
        @Nullable Reason none) {

    static Before of(Known known, Order order, Period period) {
        var start = period.from().minusYears(1);
        var whole = YearMaker.counted(known, order, start, period.from().minusDays(1));
        if (whole.tally().get("incidents") == 0) {
            return new Before(null, null, period, order.published(), Reason.NO_YEAR_BEFORE);
        }
        if (!known.foreign() && start.isBefore(Known.ARRANGEMENT_BEGAN)) {
            return new Before(null, null, period, order.published(), Reason.BEGAN_THE_YEAR_BEFORE);
        }
        if (known.firstDay().isAfter(start.plusMonths(1))) {
            return new Before(null, null, period, order.published(), Reason.COLLECTION_BEGAN);
        }
        var days = period.yearBefore();
        var same = period.part() ? YearMaker.counted(known, order, days.from(), days.until()) : whole;
        return new Before(whole, same, period, order.published(), null);
    }

    @Nullable
    Share share(String cell, String of) {
        return whole == null || period.part() ? null : whole.share(cell, of, null);
    }

    Growth growth(String cell, @Nullable Long now) {
        if (none != null) {
            return Growth.unknown(none);
        }
        var count = count(cell);
        return now == null || count == null
                ? Growth.unknown(Reason.NOT_PUBLISHED)
                : Growth.of(now, count, period.part());
    }

    private @Nullable Long count(String cell) {
        if (whole == null || same == null || !period.part()) {
            return whole == null ? null : whole.shown(cell);
        }
        var told = !published || (cell.equals("incidents") && monthsShown(whole));
        return told ? Long.valueOf(same.tally().get(cell)) : null;
    }

    private boolean monthsShown(Counted year) {
        return period.partMonth() == null
                && IntStream.rangeClosed(1, period.until().getMonthValue())
                        .allMatch(month -> year.disclosure().shows("month/%02d".formatted(month)));
    }
}
