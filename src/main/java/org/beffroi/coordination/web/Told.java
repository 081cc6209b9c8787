package org.beffroi.coordination.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One recipient, and of which declarations of the incident it must be told.
 *
 * @param worst what it waits for most urgently: it stands for all in the summary
 * @param done how many it was told of, or need not be told of any more
 */
record Told(String recipient, Row worst, int done, List<Row> rows) {
    /** What is still to do first, the earliest first. */
    private static final Comparator<Row> URGENT_FIRST = Comparator.comparing(
                    (Row row) -> !row.duty().open())
            .thenComparing(row -> row.duty().kept().due(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** In the order in which they came, the recipients of one incident. */
    static List<Told> of(List<Row> rows) {
        var byRecipient = new LinkedHashMap<String, List<Row>>();
        rows.forEach(row -> byRecipient
                .computeIfAbsent(row.duty().kept().recipient(), any -> new ArrayList<>())
                .add(row));
        return byRecipient.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Told of(String recipient, List<Row> rows) {
        var ordered = rows.stream().sorted(URGENT_FIRST).toList();
        var done = (int) rows.stream().filter(row -> !row.duty().open()).count();
        return new Told(recipient, ordered.getFirst(), done, ordered);
    }

    public boolean several() {
        return rows.size() > 1;
    }
}
