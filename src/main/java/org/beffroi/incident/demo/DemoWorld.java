package org.beffroi.incident.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.DemoSeed;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Eighteen months of a desk's life up to this minute. On the same day it is always the same. */
@Component
@Order(50)
class DemoWorld implements DemoSeed {
    private static final long SEED = 20171001;
    private static final int ORDINARY = 570;
    private static final int DAYS = 548;

    private final Declarations declarations;
    private final IncidentWork work;
    private final TransactionTemplate transaction;
    private final Company company;
    private final Clock clock;

    DemoWorld(
            Declarations declarations,
            IncidentWork work,
            PlatformTransactionManager transactions,
            Company company,
            Clock clock) {
        this.declarations = declarations;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.company = company;
        this.clock = clock;
    }

    @Override
    public void sow(PrintStream progress) {
        play(World.NATIONAL, clock.instant(), progress);
    }

    /** @param to the moment up to which it is played */
    void play(World world, Instant to, PrintStream progress) {
        var now = to.truncatedTo(ChronoUnit.MINUTES);
        var stage = new Stage(declarations, work, transaction, world);
        var cast = company.cast();
        var bank = new Bank();
        var dice = new Dice(SEED);
        var reader = new ScriptReader(stage, cast, bank.words, dice, now);
        var today = now.atZone(Paris.ZONE).toLocalDate();
        var midnight = today.atStartOfDay(Paris.ZONE).toInstant();
        var chronicle = new Chronicle(stage, cast, bank, dice, new Calendar(today, DAYS), midnight);
        var past = new ArrayList<>(scripted("stories", bank, reader));
        for (int i = 0; i < ORDINARY; i++) {
            past.add(chronicle.ordinary("past-" + i));
        }
        play("18 months of the past, with five stories", past, stage, progress);
        play("what waits for the desk today", scripted("queue", bank, reader), stage, progress);
    }

    private static List<Episode> scripted(String name, Bank bank, ScriptReader reader) {
        var cases = new ArrayList<Episode>();
        for (var script : bank.scripts(name)) {
            cases.addAll(reader.read(name + "-" + cases.size(), script));
        }
        return cases;
    }

    private static void play(String what, List<Episode> cases, Stage stage, PrintStream progress) {
        var started = System.nanoTime();
        stage.play(cases);
        progress.printf(
                Locale.ROOT,
                "  %s: %,d declarations, %.1f s%n",
                what,
                cases.size(),
                Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
    }
}
