package org.beffroi.directory.domain;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.beffroi.directory.Position;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;

/** One import under way: gathers batches, counts, and says how far it is once a second. */
final class ImportRun implements Intake {
    static final int BATCH = 500;
    private static final int PRINTED = 20;
    private static final long SECOND = 1_000_000_000L;

    private final UUID id;
    private final EntryDesk desk;
    private final EntryRules rules;
    private final PrintStream out;
    private final List<Entry> batch = new ArrayList<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final long started = System.nanoTime();
    private Tally tally = Tally.NOTHING;
    private int kept;
    private long moved;
    private long doubtful;
    private long saidAt = started;

    private record Group(String code, String name, List<String> members) {}

    ImportRun(UUID id, EntryDesk desk, EntryRules rules, PrintStream out) {
        this.id = id;
        this.desk = desk;
        this.rules = rules;
        this.out = out;
    }

    @Override
    public void entry(long line, Entry entry) {
        try {
            var checked = rules.check(entry);
            doubtful += EntryRules.doubtful(checked) ? 1 : 0;
            batch.add(checked);
        } catch (Rejected e) {
            refuse(e.at(line, entry.finess()));
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    @Override
    public void position(long line, String finess, Position position) {
        positions.put(finess, position);
        if (positions.size() >= BATCH) {
            flush();
        }
    }

    /** Kept until the end: the file may name members before they are there. */
    @Override
    public void hospitalGroup(String code, String name, List<String> members) {
        groups.add(new Group(code, name, members));
    }

    @Override
    public void refuse(Rejection rejection) {
        tally = tally.plus(new Tally(0, 0, 0, 1));
        reasons.merge(rejection.reason(), 1L, Long::sum);
        rejections.add(rejection);
        if (tally.refused() <= PRINTED) {
            var place = rejection.line() == 0
                    ? ""
                    : String.format(Locale.ROOT, "line %,d, %s: ", rejection.line(), rejection.subject());
            out.printf(Locale.ROOT, "  %s%s (%s)%n", place, rejection.reason().words(), rejection.detail());
        }
        if (rejections.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            tally = tally.plus(desk.take(batch));
            batch.clear();
        }
        if (!positions.isEmpty()) {
            moved += desk.locate(positions);
            positions.clear();
        }
        if (!rejections.isEmpty()) {
            desk.refuse(id, kept + 1, rejections);
            kept += rejections.size();
            rejections.clear();
        }
        if (System.nanoTime() - saidAt >= SECOND) {
            saidAt = System.nanoTime();
            out.printf(Locale.ROOT, "  %s%n", tally);
        }
    }

    /** Writes what is left and says what came of it. */
    Tally finish(boolean complete) {
        flush();
        groups.forEach(group -> desk.group(group.code(), group.name(), group.members()));
        desk.end(id, tally, complete);
        report(complete);
        return tally;
    }

    private void report(boolean complete) {
        if (tally.refused() > PRINTED) {
            out.printf(
                    Locale.ROOT, "  … and %,d more; all are in directory.import_refusal%n", tally.refused() - PRINTED);
        }
        reasons.forEach((reason, number) -> out.printf(Locale.ROOT, "  %,8d × %s%n", number, reason.words()));
        if (moved > 0) {
            out.printf(Locale.ROOT, "  %,d placed by their coordinates%n", moved);
        }
        if (!groups.isEmpty()) {
            out.printf(Locale.ROOT, "  hospital groups: %,d%n", groups.size());
        }
        if (doubtful > 0) {
            out.printf(
                    Locale.ROOT,
                    "  warning: the key of %,d Corsican numbers does not fit; they were taken%n",
                    doubtful);
        }
        out.printf(
                Locale.ROOT,
                "%s in %.1f s: %s%n",
                complete ? "Done" : "Not read to its end",
                (System.nanoTime() - started) / (double) SECOND,
                tally);
    }
}
