package org.beffroi.directory.domain;

import java.io.PrintStream;
import org.beffroi.directory.StructureQuery;
import org.beffroi.shared.DemoSeed;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Structures for a demonstration that has no directory: invented ones. Real ones that were imported before stay alone. */
@Component
@Order(InventedStructures.FIRST_OF_ALL)
class InventedStructures implements DemoSeed {
    static final int FIRST_OF_ALL = 10;
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
        if (!directory.find(StructureQuery.open("", 1)).isEmpty()) {
            return;
        }
        var run = desk.begin("invented structures", "INVENTED");
        var tally = desk.take(new Inventor(taxonomy, SEED).invent(NUMBER));
        desk.end(run, tally, true);
        directory.announceCount();
        progress.printf(
                "%d invented structures (FINESS numbers 99…; import real ones before the demonstration to use those)%n",
                NUMBER);
    }
}
