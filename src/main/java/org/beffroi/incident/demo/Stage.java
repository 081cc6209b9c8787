package org.beffroi.incident.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.springframework.transaction.support.TransactionTemplate;

/** Where cases are played: each deed by the service that people use, at its own time. */
final class Stage {
    private static final int BATCH = 100;

    private final Declarations declarations;
    private final IncidentWork work;
    private final TransactionTemplate transaction;
    private final World world;

    Stage(Declarations declarations, IncidentWork work, TransactionTemplate transaction, World world) {
        this.declarations = declarations;
        this.work = work;
        this.transaction = transaction;
        this.world = world;
    }

    /** Plays all of them, in the order of their times. */
    void play(List<Episode> cases) {
        var steps = cases.stream()
                .flatMap(one -> one.steps.stream())
                .sorted(Comparator.comparing(Episode.Step::at))
                .toList();
        for (int from = 0; from < steps.size(); from += BATCH) {
            var batch = steps.subList(from, Math.min(from + BATCH, steps.size()));
            transaction.executeWithoutResult(status -> batch.forEach(step -> SettableClock.at(step.at(), step::play)));
        }
    }

    /** @param saidAt when it was said, which by telephone is before it was written down */
    Consumer<Episode> declare(Viewer by, String channel, Instant saidAt) {
        return one -> {
            var receipt = declarations.submit(
                    new Submission(one.answers, channel, world, saidAt, "demo-" + world + "-" + one.key, null), by);
            one.begun(receipt.declaration(), work.openFor(receipt.declaration()));
        };
    }

    Consumer<Episode> verify(Viewer by) {
        return one -> declarations.verify(one.declaration(), DeclarationVerified.How.CALLED_BACK, by);
    }

    Consumer<Episode> amend(Map<String, List<String>> changes) {
        return one -> {
            Answers now = one.answers;
            for (var change : changes.entrySet()) {
                now = now.with(change.getKey(), change.getValue().toArray(String[]::new));
            }
            one.answers = now;
            var known = declarations.sheet(one.declaration(), one.declarant).orElseThrow();
            declarations.amend(one.declaration(), now, known.versions(), one.declarant);
        };
    }

    Consumer<Episode> take(Viewer by) {
        return one -> work.take(one.incident(), by);
    }

    Consumer<Episode> triage(Assessment assessment, Viewer by) {
        return one -> work.triage(one.incident(), assessment, by);
    }

    Consumer<Episode> note(String text, Viewer by) {
        return one -> work.note(one.incident(), text, by);
    }

    Consumer<Episode> resolve(Instant at, Viewer by) {
        return one -> work.resolve(one.incident(), at, by);
    }

    Consumer<Episode> close(Conclusion conclusion, Viewer by) {
        return one -> work.close(one.incident(), conclusion, by);
    }

    Consumer<Episode> reopen(String reason, Viewer by) {
        return one -> work.reopen(one.incident(), reason, by);
    }

    /** Another case turns out to be the same incident. */
    Consumer<Episode> join(Episode other, Viewer by) {
        return one -> work.join(one.incident(), other.declaration(), by);
    }
}
