package org.beffroi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.TestDatabases;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@BeffroiTest
class JournalTest {
    private static final World WORLD = new World("journal-test");
    private static final Instant FIRST = Instant.parse("2026-01-10T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-10T08:00:00Z");

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batch;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    record Happened(Fact fact) implements Recordable {}

    @Test
    void tellsWhatWasKnownAtADay() {
        var incident = UuidCreator.getTimeOrderedEpoch();
        var fact = Fact.of("test.happened", FIRST, WORLD).about("incident", incident);
        SettableClock.at(FIRST, () -> events.publishEvent(new Happened(fact.with("cause", "PHISHING"))));
        SettableClock.at(LATER, () -> events.publishEvent(new Happened(fact.with("cause", "RANSOMWARE"))));

        var before = journal.asKnownAt(Instant.parse("2026-03-01T00:00:00Z"), WORLD, List.of("test.happened"));
        var after = journal.asKnownAt(LATER, WORLD, List.of("test.happened"));

        assertThat(before).extracting(recorded -> recorded.data().get("cause")).containsExactly("PHISHING");
        assertThat(after)
                .extracting(recorded -> recorded.data().get("cause"))
                .containsExactly("PHISHING", "RANSOMWARE");
        assertThat(after)
                .extracting(Journal.Recorded::subjects)
                .containsOnly(before.getFirst().subjects());
        assertThat(before.getFirst().subjects().get("incident")).doesNotContain(incident.toString());
    }

    @Test
    void refusesToChangeAFact() {
        events.publishEvent(new Happened(Fact.of("test.fixed", FIRST, WORLD)));
        assertThatThrownBy(
                        () -> jdbc.sql("update journal.fact set type = 'other'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from journal.fact").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate journal.fact").update()).hasMessageContaining("append-only");
    }

    @Test
    void refusesFreeText() {
        assertThatThrownBy(() -> Fact.of("test.said", FIRST, WORLD).with("note", "Mme Dupont, chambre 12"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource
    void refusesFreeTextHoweverAFactIsMade(Map<String, Object> data) {
        assertThatThrownBy(() -> new Fact("test.said", FIRST, WORLD, Map.of(), data))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Map<String, Object>> refusesFreeTextHoweverAFactIsMade() {
        return Stream.of(
                Map.of("note", "Mme Dupont, chambre 12"),
                Map.of("notes", List.of("PHISHING", "Mme Dupont, chambre 12")),
                Map.of("notes", List.of(List.of("PHISHING"))),
                Map.of("note", Path.of("PHISHING")),
                Map.of("note", Map.of("PHISHING", "PHISHING")),
                Map.of("foundAt", "2026-01-10T08:00:00Z Mme Dupont"),
                Map.of("Mme Dupont, chambre 12", true));
    }

    @Test
    void keepsCodesNumbersFlagsAndInstants() {
        Map<String, Object> data = Map.of(
                "cause",
                "PHISHING",
                "causes",
                List.of("PHISHING"),
                "count",
                12L,
                "flag",
                true,
                "foundAt",
                LATER.plusNanos(1000).toString());
        assertThat(new Fact("test.said", FIRST, WORLD, Map.of(), data).data()).isEqualTo(data);
    }

    /** A new store stands for a restart: it has nothing in memory. */
    @Test
    void aTransactionTakenBackDoesNotChangeTheSalt() {
        var world = new World("journal-salt");
        var fact = Fact.of("test.salted", FIRST, world)
                .about("incident", UuidCreator.getTimeOrderedEpoch())
                .about("structure", UuidCreator.getTimeOrderedEpoch());
        var first = new FactStore(jdbc, batch, json);
        transaction.executeWithoutResult(status -> {
            first.append(List.of(new FactStore.Entry(fact, FIRST)));
            status.setRollbackOnly();
        });
        first.append(List.of(new FactStore.Entry(fact, FIRST)));
        new FactStore(jdbc, batch, json).append(List.of(new FactStore.Entry(fact, LATER)));

        var kept = first.read(LATER, world, List.of("test.salted"));
        assertThat(kept).hasSize(2);
        assertThat(kept)
                .extracting(Journal.Recorded::subjects)
                .containsOnly(kept.getFirst().subjects());
    }

    @Test
    void everyDatabaseIsMadeWithASaltOfItsOwn() {
        var salt = jdbc.sql("select salt from journal.salt").query(byte[].class).single();
        assertThat(salt).hasSize(32);
        var place = TestDatabases.bare();
        Flyway.configure()
                .dataSource(place.url(), place.user(), place.password())
                .locations("classpath:db/migration/journal")
                .defaultSchema("platform")
                .load()
                .migrate();
        var other = JdbcClient.create(new DriverManagerDataSource(place.url(), place.user(), place.password()));
        assertThat(other.sql("select salt from journal.salt")
                        .query(byte[].class)
                        .single())
                .hasSize(32)
                .isNotEqualTo(salt);
    }

    @Test
    void knowsTheLastFactAndEveryWorld() {
        var world = new World("journal-last");
        assertThat(journal.lastPosition(LATER, world)).isZero();
        var fact = Fact.of("test.last", FIRST, world);
        SettableClock.at(FIRST, () -> events.publishEvent(new Happened(fact)));
        var early = journal.lastPosition(LATER, world);
        SettableClock.at(LATER, () -> events.publishEvent(new Happened(fact)));
        assertThat(journal.lastPosition(LATER.minusSeconds(1), world)).isEqualTo(early);
        assertThat(journal.lastPosition(LATER, world)).isGreaterThan(early);
        assertThat(journal.lastPosition(FIRST.minusSeconds(1), world)).isZero();
        events.publishEvent(new Happened(Fact.of("test.last", FIRST, new World("journal-last2"))));
        var distinct = jdbc.sql("select distinct world from journal.fact")
                .query(String.class)
                .list();
        assertThat(journal.worlds())
                .extracting(World::code)
                .containsExactlyInAnyOrderElementsOf(distinct)
                .contains("journal-last", "journal-last2");
    }
}
