package org.beffroi.observatory.domain;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.beffroi.Beffroi;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a year's figures take, run by hand: {@code FiguresBench <repetitions of 2018 and 2019> [serve]}. Each repetition is 719
 * incidents in some 2,900 facts; 350 make a million facts. With {@code serve} the pages stay up on port 8099.
 */
final class FiguresBench {
    private static final Viewer READER =
            new Viewer(UUID.randomUUID(), "Bench", Set.of(Role.OBSERVATORY), Scope.nation());
    private static final PrintStream OUT = System.out;

    private FiguresBench() {}

    record Happened(Fact fact) implements Recordable {}

    public static void main(String[] arguments) {
        var repetitions = Integer.parseInt(arguments[0]);
        var place = TestDatabases.fresh();
        var context = SpringApplication.run(
                Beffroi.class,
                "--spring.datasource.url=" + place.url(),
                "--spring.datasource.username=" + place.user(),
                "--spring.datasource.password=" + place.password(),
                "--server.port=8099");
        timed("writing", () -> write(context, repetitions));
        plan(context);
        var observatory = context.getBean(Observatory.class);
        var question = new FigureRequest(World.NATIONAL, null, null);
        var early = new FigureRequest(World.NATIONAL, LocalDate.of(2019, 7, 1), null);
        timed("first answer", () -> observatory.year(READER, question, 2019));
        timed("another year", () -> observatory.year(READER, question, 2018));
        timed("the same again", () -> observatory.year(READER, question, 2019));
        timed("for the public", () -> observatory.year(Viewer.guest(), question, 2019));
        timed("for the public, another day", () -> observatory.year(Viewer.guest(), early, 2018));
        timed("for the public, all years", () -> observatory.years(Viewer.guest(), question));
        timed("as known at a day", () -> observatory.year(READER, early, 2018));
        OUT.println("memory "
                + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
        if (arguments.length < 2) {
            context.close();
        }
    }

    /** Once by the application, then copied by the database with other subjects. */
    private static void write(ConfigurableApplicationContext context, int repetitions) {
        var transaction = context.getBean(TransactionTemplate.class);
        var facts = new PublishedYears(1, World.NATIONAL).facts();
        transaction.executeWithoutResult(status -> facts.forEach(fact -> tell(context, fact)));
        context.getBean(JdbcClient.class)
                .sql("""
                        insert into journal.fact (type, world, happened_at, recorded_at, subjects, data)
                        select type, world, happened_at, recorded_at,
                            (select jsonb_object_agg(key, md5(value || ':' || copy)) from jsonb_each_text(subjects)), data
                        from journal.fact cross join generate_series(2, :repetitions) copy
                        order by copy, position
                        """)
                .param("repetitions", repetitions)
                .update();
        context.getBean(JdbcClient.class).sql("analyze journal.fact").update();
        var random = new Random(1);
        transaction.executeWithoutResult(status -> tell(
                context,
                Fact.of("directory.counted", Instant.parse("2018-01-02T08:00:00Z"), World.NATIONAL)
                        .with("obliged", 3000 + random.nextInt(1000))));
    }

    /** Of the one large read: in the order of the journal, so from its index and never sorted. */
    private static void plan(ConfigurableApplicationContext context) {
        context.getBean(JdbcClient.class)
                .sql("""
                        explain (analyze, costs off) select position, type, happened_at, recorded_at, subjects, data from journal.fact
                        where world = 'national' and recorded_at <= now() and type in (:types)
                        order by recorded_at, position
                        """)
                .param("types", CaseBook.TYPES)
                .query(String.class)
                .list()
                .forEach(OUT::println);
    }

    private static void tell(ApplicationEventPublisher events, Fact fact) {
        SettableClock.at(fact.happenedAt(), () -> events.publishEvent(new Happened(fact)));
    }

    private static void timed(String what, Runnable work) {
        var start = System.nanoTime();
        work.run();
        OUT.println(what + " " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }
}
