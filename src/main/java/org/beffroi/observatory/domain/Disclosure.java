package org.beffroi.observatory.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beffroi.observatory.domain.CellCounts.Sum;

/**
 * Which cells a reader may see. For the public, a count of 1 to 4 could point at a structure: it is suppressed, and with it whatever would
 * give it away through a sum (secondary suppression). The smallest other part goes first, the figures that people come for last.
 *
 * <p>What stays hidden of one total must stay open: at least two cells, and large enough together that any of them could be 1 or 5. Where
 * a total has no second part to hide, all its parts are hidden, zeros included.
 */
final class Disclosure {
    /** Below this, a count of incidents or structures is not published; 0 is. */
    static final int SMALLEST_PUBLISHED = 5;

    /** Hidden after all others. */
    private static final Set<String> HEADLINES = Set.of(
            "incidents",
            "structures",
            "handled",
            "endangered",
            "within-24-hours",
            "origin/MALICIOUS",
            "state/NOT_DIAGNOSED",
            "state/RESOLVED",
            "cause/RANSOMWARE",
            "sought",
            "closed");

    private final CellCounts tally;
    private final Set<String> hidden = new HashSet<>();

    private Disclosure(CellCounts tally) {
        this.tally = tally;
    }

    /** For those whose work needs every count. */
    static Disclosure everything(CellCounts tally) {
        return new Disclosure(tally);
    }

    /** What was decided once. */
    static Disclosure told(CellCounts tally, Set<String> hidden) {
        var disclosure = new Disclosure(tally);
        disclosure.hidden.addAll(hidden);
        return disclosure;
    }

    static Disclosure published(CellCounts tally) {
        return published(tally, Set.of());
    }

    /** @param withheld cells that are not shown for other reasons, and must not be found either */
    static Disclosure published(CellCounts tally, Set<String> withheld) {
        var disclosure = new Disclosure(tally);
        disclosure.hidden.addAll(withheld);
        tally.cells().forEach((cell, count) -> {
            if (count > 0 && count < SMALLEST_PUBLISHED) {
                disclosure.hidden.add(cell);
            }
        });
        disclosure.hideMonthsTogether();
        while (disclosure.hideMore()) {
            // Each round hides at least one cell more, so it ends.
        }
        return disclosure;
    }

    boolean shows(String cell) {
        return !hidden.contains(cell);
    }

    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    /** How many incidents were known at the start of each month has been told already, roughly: beside it, no month may be the only one hidden. */
    private void hideMonthsTogether() {
        var months = tally.codes("month").stream().map("month/"::concat).toList();
        if (months.stream().anyMatch(hidden::contains)) {
            hidden.addAll(months);
        }
    }

    private boolean hideMore() {
        var before = hidden.size();
        tally.sums().forEach(this::protect);
        return hidden.size() > before;
    }

    private void protect(Sum sum) {
        var secret = sum.parts().stream().filter(hidden::contains).toList();
        var totalHidden = hidden.contains(sum.total());
        if (secret.isEmpty() ? !totalHidden : isOpen(secret, totalHidden)) {
            return;
        }
        nextToHide(sum).ifPresentOrElse(hidden::add, () -> hidden.addAll(sum.parts()));
        if (sum.parts().size() == 1) {
            hidden.add(sum.total());
        }
    }

    private boolean isOpen(List<String> secret, boolean totalHidden) {
        var together = secret.stream().mapToLong(tally::get).sum();
        return totalHidden || (secret.size() >= 2 && together >= secret.size() + SMALLEST_PUBLISHED - 1);
    }

    private Optional<String> nextToHide(Sum sum) {
        return sum.parts().stream()
                .filter(part -> !hidden.contains(part) && tally.get(part) > 0)
                .min(Comparator.<String, Boolean>comparing(HEADLINES::contains)
                        .thenComparingLong(tally::get)
                        .thenComparing(Comparator.naturalOrder()));
    }
}
