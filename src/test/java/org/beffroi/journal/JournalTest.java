package org.beffroi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    }

    @Test
    void refusesFreeText() {
        assertThatThrownBy(() -> Fact.of("test.said", FIRST, WORLD).with("note", "Mme Dupont, chambre 12"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
