package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a world at some instant.
 *
 * @param obliged how many structures must declare: {@code obliged}, and {@code region-} with its code; empty when never counted
 */
record Known(List<CountedCase> cases, Map<String, Long> obliged) {
    /** Décret 2016-1214, art. 3: structures must declare from this day on. */
    static final LocalDate ARRANGEMENT_BEGAN = LocalDate.of(2017, 10, 1);

    Known {
        cases = Collections.unmodifiableList(cases);
        obliged = Map.copyOf(obliged);
    }

    Known within(String region) {
        var ours = cases.stream()
                .filter(one -> region.equals(one.region()))
                .map(one -> one.within(region))
                .toList();
        var count = obliged.get("region-" + region);
        return new Known(ours, count == null ? Map.of() : Map.of("obliged", count));
    }

    /** A world of another country's incidents is told by country, not by French region. */
    boolean foreign() {
        return cases.stream().anyMatch(one -> one.country() != null && !"FR".equals(one.country()));
    }

    /** The day from which incidents are accumulated: the law's in France, the first known elsewhere. */
    LocalDate began() {
        return foreign() ? firstDay() : ARRANGEMENT_BEGAN;
    }

    /** Of the first incident known here at all. */
    LocalDate firstDay() {
        return cases.stream().map(CountedCase::day).min(LocalDate::compareTo).orElse(ARRANGEMENT_BEGAN);
    }

    List<CountedCase> between(LocalDate from, LocalDate until) {
        Predicate<CountedCase> inside =
                one -> !one.day().isBefore(from) && !one.day().isAfter(until);
        return cases.stream().filter(inside).toList();
    }

    @Nullable
    Long obligedStructures() {
        return obliged.get("obliged");
    }

    NavigableSet<Integer> years() {
        var years = new TreeSet<Integer>();
        cases.forEach(one -> years.add(one.year()));
        return years;
    }
}
