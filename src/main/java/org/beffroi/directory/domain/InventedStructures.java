package org.beffroi.directory.domain;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import org.beffroi.shared.DemoSeed;
import org.beffroi.shared.SettableClock;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Structures for the demonstration's incidents: invented ones, also beside real ones. Nothing that did not happen is ever told of a
 * structure that exists.
 */
@Component
@Order(InventedStructures.AFTER_THE_REAL_ONES)
class InventedStructures implements DemoSeed {
    static final int AFTER_THE_REAL_ONES = 20;
    static final int NUMBER = 600;

    private static final long SEED = 20261122;
    private static final Duration BEFORE = Duration.ofDays(600);

    private final Taxonomy taxonomy;
    private final StructureDirectory directory;
    private final EntryDesk desk;
    private final Clock clock;

    InventedStructures(Taxonomy taxonomy, StructureDirectory directory, EntryDesk desk, Clock clock) {
        this.clock = clock;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.desk = desk;
    }

    @Override
    public void sow(PrintStream progress) {
        var invented = new Inventor(taxonomy, SEED).invent(NUMBER);
        if (directory.byFiness(invented.getLast().finess()).isPresent()) {
            return;
        }
        var run = desk.begin("invented structures", "INVENTED");
        var tally = desk.take(invented);
        desk.end(run, tally, true);
        // Known since before the demonstration begins, or its past years would have no denominator; and now, with all
        // the rest.
        SettableClock.at(clock.instant().minus(BEFORE), directory::announceCount);
        directory.announceCount();
        progress.printf("  %d invented structures (FINESS numbers 99…), to which the incidents happen%n", NUMBER);
    }
}
