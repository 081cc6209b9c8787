package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.InboxStore.Waiting;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Treatment;
import org.beffroi.declaration.Treatment.Stage;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the desk: what structures have written that nobody has opened, and which structures do not answer. The longest wait first. */
@Service
@Transactional
public class Inbox {
    /** So long a structure may take before it counts as silent. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private final InboxStore store;
    private final Declarations declarations;
    private final Optional<Treatment> treatment;
    private final AuditTrail trail;
    private final Clock clock;

    Inbox(InboxStore store, Declarations declarations, Optional<Treatment> treatment, AuditTrail trail, Clock clock) {
        this.store = store;
        this.declarations = declarations;
        this.treatment = treatment;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One conversation that waits.
     *
     * @param since when the oldest unread message was written, or the desk's last one that has no answer
     * @param messages how many wait
     * @param opened whether the structure has opened the desk's message
     * @param phone by which it is reached, where nothing written helped and somebody should call; null: not yet
     */
    public record Letter(
            PublicReference reference,
            String structure,
            Instant since,
            int messages,
            boolean opened,
            @Nullable String phone) {}

    /** @param silent those whose incident is closed are left out */
    public record Letters(List<Letter> unread, List<Letter> silent) {}

    public Letters look(Viewer viewer) {
        var silent = store.unanswered(clock.instant().minus(PATIENCE));
        var stages = treatment
                .map(known ->
                        known.stages(silent.stream().map(Waiting::declaration).toList()))
                .orElse(Map.of());
        var letters = new Letters(
                lines(store.unread(), viewer),
                lines(
                        silent.stream()
                                .filter(one -> stages.get(one.declaration()) != Stage.CLOSED)
                                .toList(),
                        viewer));
        trail.recordList(
                viewer,
                "correspondence.list",
                "declaration",
                "%d unread, %d silent"
                        .formatted(letters.unread().size(), letters.silent().size()));
        return letters;
    }

    private List<Letter> lines(List<Waiting> waiting, Viewer viewer) {
        Map<UUID, Sheet> sheets =
                declarations.sheets(waiting.stream().map(Waiting::declaration).toList(), viewer).stream()
                        .collect(Collectors.toMap(Sheet::declaration, Function.identity()));
        return waiting.stream()
                .filter(one -> sheets.containsKey(one.declaration()))
                .map(one -> line(one, sheets))
                .toList();
    }

    private static Letter line(Waiting one, Map<UUID, Sheet> sheets) {
        var sheet = Objects.requireNonNull(sheets.get(one.declaration()));
        return new Letter(
                sheet.reference(),
                sheet.structure().name(),
                one.since(),
                one.messages(),
                one.opened(),
                one.call() ? Objects.requireNonNullElse(sheet.reach(), "") : null);
    }
}
