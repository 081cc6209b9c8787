package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.Searchable;
import org.beffroi.shared.DoctorCheck.Verdict;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The index is made behind: nothing is missed, one that fails holds up no other, and all of it can be made again. */
@BeffroiTest
class IndexerTest {
    private static int nights;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    IndexStore store;

    @Autowired
    IndexDoctor doctor;

    @Autowired
    IndexCommand command;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    private Desk desk;
    private Town town;
    private Viewer analyst;
    private String night = "";

    @BeforeEach
    void aNight() {
        night = "soir" + ++nights + "wk";
        desk = new Desk(context, port);
        town = new Town(context);
        analyst = desk.viewer("analyst");
    }

    private Town.Declared declares() {
        return town.declares(House.VALLEBRUNE, "Nadia Perrin", night);
    }

    private boolean found(String typed) {
        return desk.find(typed, analyst).count() > 0;
    }

    /** The same, with another source of texts besides. */
    private Indexer with(Searchable more) {
        var sources = new java.util.ArrayList<>(
                context.getBeansOfType(Searchable.class).values());
        sources.add(more);
        return new Indexer(
                store,
                context.getBean(Incidents.class),
                context.getBean(IncidentCatalogue.class),
                sources,
                transaction,
                clock);
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndIsTriedAgain() {
        var broken = declares();
        var sound = declares();
        world(broken, "No world");
        desk.writes(broken, "Attente " + night);
        desk.writes(sound, "Courage " + night);
        desk.index();
        assertThat(desk.numbers("courage " + night, analyst)).containsExactly(sound.reference());
        assertThat(doctor.check())
                .noneMatch(Verdict::well)
                .allSatisfy(verdict -> assertThat(verdict.remedy()).contains("log"));
        assertThat(store.due(clock.instant(), 1_000)).doesNotContain(broken.declaration());
        world(broken, "national");
        assertThat(found("attente " + night)).isFalse();
        SettableClock.at(clock.instant().plus(Duration.ofHours(2)), desk::index);
        assertThat(found("attente " + night)).isTrue();
        assertThat(doctor.check()).allMatch(Verdict::well);
    }

    /** What no indexer can read. */
    private void world(Town.Declared declared, String world) {
        jdbc.sql("update incident.incident set world = :world where id = :id")
                .param("id", declared.incident())
                .param("world", world)
                .update();
    }

    /** What is committed behind the bookmark, for it took long. */
    @Test
    void missesNothingThatComesLate() {
        var declared = declares();
        desk.index();
        jdbc.sql("delete from search.file where declaration_id = :id")
                .param("id", declared.declaration())
                .update();
        jdbc.sql("update search.bookmark set incident_id = '00000000-0000-0000-0000-000000000000' where name = 'sure'")
                .update();
        desk.index();
        assertThat(found(night)).isFalse();
        SettableClock.at(clock.instant().plus(Duration.ofMinutes(6)), desk::index);
        assertThat(found(night)).isTrue();
    }

    @Test
    void writesNothingAnewThatSaysTheSame() {
        var declared = declares();
        desk.writes(declared, "Bonjour");
        desk.index();
        var before = versions(declared);
        store.add(List.of(declared.declaration()), clock.instant());
        desk.index();
        assertThat(versions(declared)).isEqualTo(before);
        desk.writes(declared, "Encore " + night);
        desk.index();
        assertThat(versions(declared)).hasSameSizeAs(before).isNotEqualTo(before);
        assertThat(versions(declared).get("NAMES")).isEqualTo(before.get("NAMES"));
    }

    private java.util.Map<String, String> versions(Town.Declared declared) {
        return jdbc
                .sql("select view, xmin::text as version from search.file where declaration_id = :id")
                .param("id", declared.declaration())
                .query((row, number) -> java.util.Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
    }

    @Test
    void takesTextsOfAnyLength() {
        var declared = declares();
        var million = IntStream.range(0, 150_000)
                .mapToObj(i -> Integer.toString(i * 7_919, 36))
                .collect(Collectors.joining(" "));
        var hostile = "x".repeat(1_100_000) + " ' \\ :* & | !( <-> \u0001 " + "é".repeat(3_000) + " 1e999999999 "
                + night + "fin";
        var long1 = with(texts(declared, million + " " + night + "bout"));
        var long2 = with(texts(declared, hostile));
        transaction.executeWithoutResult(status -> {
            store.bookmark("newest", true);
            for (var indexer : List.of(long1, long2)) {
                store.add(List.of(declared.declaration()), clock.instant());
                indexer.work(1, true);
                assertThat(store.due(clock.instant(), 1_000)).doesNotContain(declared.declaration());
                var word = indexer.equals(long1) ? night + "bout" : night + "fin";
                assertThat(jdbc.sql(
                                        "select count(*) > 0 from search.file where declaration_id = :id and words @@ plainto_tsquery('french', :word)")
                                .param("id", declared.declaration())
                                .param("word", word)
                                .query(Boolean.class)
                                .single())
                        .as(word)
                        .isTrue();
            }
            // Whatever follows was asked of the usual sources only.
            assertThat(jdbc.sql(
                                    "select count(*) from search.file where declaration_id = :id and view = 'NOTES' and part > 2")
                            .param("id", declared.declaration())
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    private static Searchable texts(Town.Declared declared, String text) {
        return declarations -> declarations.contains(declared.declaration())
                ? List.of(
                        new SearchText(declared.declaration(), SearchText.Kind.NOTE, java.time.Instant.EPOCH, text, ""))
                : List.of();
    }

    @Test
    void leavesTheWorkToWhoeverIsAtIt() throws Exception {
        var declared = declares();
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    store.bookmark("newest", true);
                    held.countDown();
                    try {
                        done.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        store.add(List.of(declared.declaration()), clock.instant());
        assertThat(context.getBean(Indexer.class).work(100, false)).isEqualTo(new Indexer.Worked(0, false));
        done.countDown();
        other.join();
        desk.index();
        assertThat(found(night)).isTrue();
    }

    @Test
    void canBeMadeAgain() {
        var declared = declares();
        desk.index();
        jdbc.sql("delete from search.file").update();
        assertThat(found(night)).isFalse();
        var said = new ByteArrayOutputStream();
        assertThat(command.run(List.of("--all"), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("up to date");
        assertThat(found(night)).isTrue();
        assertThat(found(declared.reference())).isTrue();
        assertThat(command.run(List.of("--nothing"), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
    }

    @Test
    void theDoctorSaysWhatWaits() {
        desk.index();
        assertThat(doctor.check()).allMatch(Verdict::well);
        transaction.executeWithoutResult(status -> {
            store.bookmark("newest", true);
            store.add(List.of(UUID.randomUUID()), clock.instant().minus(Duration.ofMinutes(10)));
            assertThat(doctor.check())
                    .noneMatch(Verdict::well)
                    .allSatisfy(verdict -> assertThat(verdict.remedy()).contains("./beffroi search index"));
            status.setRollbackOnly();
        });
    }

    @Test
    void thePageSaysThatTheIndexIsBehind() {
        declares();
        desk.index();
        assertThat(desk.find(night, analyst).behind()).isFalse();
        transaction.executeWithoutResult(status -> {
            store.bookmark("newest", true);
            store.add(List.of(UUID.randomUUID()), clock.instant().minus(Duration.ofMinutes(2)));
            assertThat(store.oldest()).isPresent();
            assertThat(store.oldest().get()).isBefore(clock.instant().minus(Duration.ofMinutes(1)));
            status.setRollbackOnly();
        });
    }
}
