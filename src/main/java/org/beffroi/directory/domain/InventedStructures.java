package org.beffroi.directory.domain;

import java.io.PrintStream;
import org.beffroi.shared.DemoSeed;
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

    private final Taxonomy taxonomy;
    private final StructureDirectory directory;
    private final EntryDesk desk;

    InventedStructures(Taxonomy taxonomy, StructureDirectory directory, EntryDesk desk) {
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
        directory.announceCount();
        progress.printf("  %d invented structures (FINESS numbers 99…), to which the incidents happen%n", NUMBER);
    }
}
