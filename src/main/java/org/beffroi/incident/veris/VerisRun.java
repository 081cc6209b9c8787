package org.beffroi.incident.veris;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beffroi.declaration.NotFollowed;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;

/** One import under way: gathers batches, counts, and says how far it is once a second. */
final class VerisRun {
    private static final int BATCH = 50;
    /** The same key with other content was taken before: nothing is overwritten by an import. */
    private static final String KEY_USED = "declaration.error.key-used-by-guest";

    private static final long SECOND = 1_000_000_000L;

    private final VerisIntake intake;
    private final World world;
    private final MessageSource texts;
    private final PrintStream out;
    private final List<Numbered> batch = new ArrayList<>();
    private final long started = System.nanoTime();
    private long saidAt = started;
    private long taken;
    private long unchanged;
    private long changed;
    private long refused;
    private boolean stopped;

    private record Numbered(long line, VerisIncident incident) {}

    VerisRun(VerisIntake intake, World world, MessageSource texts, PrintStream out) {
        this.intake = intake;
        this.world = world;
        this.texts = texts;
        this.out = out;
    }

    void add(long line, VerisIncident incident) {
        batch.add(new Numbered(line, incident));
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    void refuse(long line, String reason) {
        refused++;
        say(line, reason);
    }

    private void say(long line, String what) {
        out.printf(Locale.ROOT, "  line %,d: %s%n", line, what.replaceAll("\\p{Cntrl}", "·"));
    }

    long refused() {
        return refused;
    }

    void stop(String reason) {
        stopped = true;
        out.printf(Locale.ROOT, "  %s%n", reason);
    }

    private void flush() {
        try {
            count(batch);
        } catch (Refusal
                | FieldErrors.Invalid
                | IllegalArgumentException
                | DataIntegrityViolationException
                | NotFollowed one) {
            // The whole batch was taken back. One by one, only the one that cannot be is left out.
            batch.forEach(this::countAlone);
        }
        batch.clear();
    }

    private void count(List<Numbered> some) {
        var fresh = intake.take(some.stream().map(Numbered::incident).toList(), world);
        taken += fresh;
        unchanged += some.size() - fresh;
    }

    private void countAlone(Numbered one) {
        try {
            count(List.of(one));
        } catch (FieldErrors.Invalid invalid) {
            refuse(
                    one.line,
                    invalid.errors().all().stream()
                            .map(error -> error.field() + ": " + said(error.key(), error.arguments()))
                            .distinct()
                            .collect(Collectors.joining("; ")));
        } catch (Refusal refusal) {
            if (refusal.key().equals(KEY_USED)) {
                changed++;
                say(one.line, "changed upstream, kept as it was taken");
            } else {
                refuse(one.line, said(refusal.key(), refusal.arguments()));
            }
        } catch (IllegalArgumentException | DataIntegrityViolationException | NotFollowed e) {
            refuse(one.line, String.valueOf(e.getMessage()));
        }
    }

    private String said(String key, List<Object> arguments) {
        return String.valueOf(texts.getMessage(key, arguments.toArray(), key, Locale.ENGLISH));
    }

    void progress(long line, VerisLines lines) {
        if (System.nanoTime() - saidAt >= SECOND) {
            saidAt = System.nanoTime();
            out.printf(
                    Locale.ROOT,
                    "  line %,d, %d %% of the file: %s, %.0f a second%n",
                    line,
                    lines.percent(),
                    this,
                    done() / seconds());
        }
    }

    /** @return whether nothing was refused */
    boolean finish() {
        flush();
        out.printf(Locale.ROOT, "%s in %.1f s, world %s: %s%n", stopped ? "Stopped" : "Done", seconds(), world, this);
        return refused == 0;
    }

    private long done() {
        return taken + unchanged + changed + refused;
    }

    private double seconds() {
        return (System.nanoTime() - started) / (double) SECOND;
    }

    @Override
    public String toString() {
        var counted = String.format(Locale.ROOT, "%,d taken, %,d unchanged, %,d refused", taken, unchanged, refused);
        return changed == 0 ? counted : String.format(Locale.ROOT, "%s, %,d changed upstream", counted, changed);
    }
}
