package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.testing.Village.GRANDVAL;
import static org.beffroi.testing.Village.ILE_BLEUE;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.domain.Transcriptions.Told;
import org.beffroi.journal.Journal;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.FieldErrors.FieldError;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BeffroiTest
class TranscriptionsTest {
    private static final Viewer ANALYST =
            new Viewer(UUID.randomUUID(), "Samir Bel", EnumSet.of(Role.ANALYST), Scope.nation());
    /** Found at 03:10, said at 03:40. */
    private static final Told BY_TELEPHONE = new Told("TELEPHONE", "2026-03-02T03:40", "Europe/Paris", "");

    @Autowired
    Transcriptions transcriptions;

    @Autowired
    DeclarationDesk desk;

    @Autowired
    Village village;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private List<FieldError> wrong(Told told) {
        return transcriptions.check(told, enough(VALLEBRUNE), FieldErrors.NONE).all();
    }

    @Test
    void isDeclaredWhenItWasSaidAndRecordedWhenItWasTakenDown() {
        var before = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var receipt = transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key(), ANALYST);

        assertThat(receipt.declaredAt()).isEqualTo("2026-03-02T02:40:00Z");
        var sheet = desk.sheet(receipt.declaration(), ANALYST).orElseThrow();
        assertThat(sheet.declaredAt()).isEqualTo("2026-03-02T02:40:00Z");
        assertThat(sheet.recordedAt()).isBetween(before, clock.instant());
        assertThat(sheet.channel()).isEqualTo("TELEPHONE");
        assertThat(sheet.transcription()).isEqualTo(new Sheet.Transcription("Samir Bel", null));
        assertThat(sheet.verified())
                .as("somebody on the telephone is not yet the structure")
                .isFalse();
    }

    @Test
    void namesWhoTookItDownToColleaguesAndNotToTheDeclarant() {
        var receipt = transcriptions.take(BY_TELEPHONE, enough(GRANDVAL), key(), ANALYST);
        var structure = village.structure(GRANDVAL).id();
        var declarant =
                new Viewer(UUID.randomUUID(), "Nadia", EnumSet.of(Role.DECLARANT), Scope.structures(Set.of(structure)));

        var seen = desk.sheet(receipt.declaration(), declarant).orElseThrow();
        assertThat(seen.transcription()).isEqualTo(new Sheet.Transcription(null, null));
        assertThat(seen.toString()).doesNotContain("Samir Bel");
    }

    @Test
    void writesTheFactAtTheHourThatItWasSaid() {
        var receipt = transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key(), ANALYST);
        var recorded = desk.sheet(receipt.declaration(), ANALYST).orElseThrow().recordedAt();

        assertThat(journal.asKnownAt(clock.instant().plusSeconds(60), World.NATIONAL, List.of("declaration.received")))
                .filteredOn(fact -> fact.happenedAt().equals(receipt.declaredAt())
                        && !fact.recordedAt().isBefore(recorded))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.data())
                        .containsEntry("channel", "TELEPHONE")
                        .containsEntry("foundAt", "2026-03-02T02:10:00Z"));
    }

    @Test
    void readsTheHourInTheZoneItWasSaidIn() {
        var told = new Told("EMAIL", "2026-03-02T06:40", "Indian/Reunion", "");
        var answers = enough(ILE_BLEUE).with("zone", "Indian/Reunion").with("foundAt", "2026-03-02T06:10");
        assertThat(transcriptions.take(told, answers, key(), ANALYST).declaredAt())
                .isEqualTo("2026-03-02T02:40:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "TELEPHONE, '', Europe/Paris, saidAt, declaration.error.missing.saidAt",
        "TELEPHONE, yesterday, Europe/Paris, saidAt, declaration.error.date",
        "TELEPHONE, 2026-02-30T03:40, Europe/Paris, saidAt, declaration.error.date",
        "TELEPHONE, 2126-03-02T03:40, Europe/Paris, saidAt, declaration.error.future",
        "TELEPHONE, 2026-03-02T03:40, Mars/Olympus, saidZone, declaration.error.zone",
        "TELEPHONE, 2026-03-02T03:09, Europe/Paris, saidWhy, declaration.error.said-before-found",
        "PIGEON, 2026-03-02T03:40, Europe/Paris, channel, declaration.error.not-in-list",
        "WEB, 2026-03-02T03:40, Europe/Paris, channel, declaration.error.not-in-list",
    })
    void saysWhatIsWrongWith(String channel, String saidAt, String zone, String field, String key) {
        assertThat(wrong(new Told(channel, saidAt, zone, ""))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.key()).isEqualTo(key);
        });
    }

    @Test
    void takesATelephonesClockThatIsALittleAheadForNow() {
        var ahead = clock.instant().plusSeconds(300).toString();
        var receipt = transcriptions.take(new Told("TELEPHONE", ahead, "", ""), enough(VALLEBRUNE), key(), ANALYST);
        assertThat(receipt.declaredAt()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void acceptsWhatWasSaidBeforeItWasFoundWhenThatIsExplainedAndKeepsTheReason() {
        var told = new Told("PAPER", "02/03/2026 01:00", "Europe/Paris", " Le fax annonçait une coupure. ");
        var receipt = transcriptions.take(told, enough(VALLEBRUNE), key(), ANALYST);
        assertThat(desk.sheet(receipt.declaration(), ANALYST).orElseThrow().transcription())
                .isEqualTo(new Sheet.Transcription("Samir Bel", "Le fax annonçait une coupure."));
    }

    @Test
    void saysAllThatIsWrongAtOnceWithTheAnswersToo() {
        var told = new Told("PIGEON", "", "", "x".repeat(501));
        assertThatThrownBy(() -> transcriptions.take(told, enough(VALLEBRUNE).with("care"), key(), ANALYST))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("channel", "saidWhy", "saidAt", "care"));
    }

    @Test
    void isForTheDeskAlone() {
        var declarant = new Viewer(
                UUID.randomUUID(),
                "Nadia",
                EnumSet.of(Role.DECLARANT),
                Scope.structures(Set.of(village.structure(VALLEBRUNE).id())));
        for (var other : List.of(Viewer.guest(), declarant)) {
            assertThatThrownBy(() -> transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key(), other))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("desk-only");
        }
    }

    @Test
    void isOneDeclarationWhenTakenDownTwiceWithOneKey() {
        var key = key();
        var first = transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key, ANALYST);
        var second = transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key, ANALYST);
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.repeated()).isTrue();
        assertThat(Instant.parse("2026-03-02T02:40:00Z")).isEqualTo(second.declaredAt());
    }

    @Test
    void keepsWhoTookItDownThoughTheIncidentCannotBeOpened() {
        jdbc.sql("""
                        create or replace function incident.refuse_opening() returns trigger language plpgsql as $$
                        begin raise exception 'no incident now'; end $$;
                        create trigger refuse before insert on incident.incident for each row
                            execute function incident.refuse_opening()
                        """).update();
        try {
            var receipt = transcriptions.take(BY_TELEPHONE, enough(VALLEBRUNE), key(), ANALYST);
            assertThat(desk.sheet(receipt.declaration(), ANALYST).orElseThrow().transcription())
                    .isEqualTo(new Sheet.Transcription("Samir Bel", null));
            assertThat(jdbc.sql("select count(*) from declaration.transcription where declaration_id = :id")
                            .param("id", receipt.declaration())
                            .query(Integer.class)
                            .single())
                    .isOne();
        } finally {
            jdbc.sql("drop trigger refuse on incident.incident").update();
        }
    }
}
