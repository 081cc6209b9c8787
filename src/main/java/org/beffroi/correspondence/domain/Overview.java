package org.beffroi.correspondence.domain;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.MessageStore.Count;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All conversations of one incident, for the desk: one for each declaration. */
@Service
@Transactional(readOnly = true)
public class Overview {
    /** One incident may have hundreds of declarations. */
    static final int SHOWN = 20;

    private static final Comparator<Count> LIVELY = Comparator.comparingInt(Count::unread)
            .thenComparingInt(Count::messages)
            .reversed();

    private final MessageStore store;
    private final Incidents incidents;
    private final Declarations declarations;

    Overview(MessageStore store, Incidents incidents, Declarations declarations) {
        this.store = store;
        this.incidents = incidents;
        this.declarations = declarations;
    }

    /** @param declarant by name; null where nobody is named */
    public record Line(
            PublicReference reference,
            String structure,
            @Nullable String declarant,
            int messages,
            int unread) {}

    /** @param more how many are not among {@code lines}: those with nothing to read */
    public record Lines(List<Line> lines, int more, int unread) {}

    public Lines of(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return new Lines(List.of(), 0, 0);
        }
        var all = incidents.declarations(incident, viewer);
        var counts = store.counts(all).stream().sorted(LIVELY).toList();
        var shown = counts.stream().map(Count::declaration).limit(SHOWN).toList();
        var lines = declarations.sheets(shown, viewer).stream()
                .map(sheet -> line(sheet, counts))
                .toList();
        return new Lines(
                lines,
                all.size() - lines.size(),
                counts.stream().mapToInt(Count::unread).sum());
    }

    private static Line line(Sheet sheet, List<Count> counts) {
        var count = counts.stream()
                .filter(one -> one.declaration().equals(sheet.declaration()))
                .findFirst()
                .orElseThrow();
        return new Line(
                sheet.reference(),
                sheet.structure().name(),
                sheet.answers().one("name").orElse(null),
                count.messages(),
                count.unread());
    }
}
