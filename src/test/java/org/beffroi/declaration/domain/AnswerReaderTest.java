package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.beffroi.declaration.Answers;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final Questionnaire FORM = Questionnaire.load("2026-1");
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");

    private static AnswerReader.Result read(Answers answers) {
        return new AnswerReader(FORM, TAXONOMY, NOW).read(answers, false);
    }

    private static Answers enough() {
        return Village.enough("990000010");
    }

    @Test
    void isContentWithSixAnswers() {
        assertThat(read(enough()).errors().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEAR_MISS, true", "THREAT, true", "INCIDENT, false", "VOLUNTARY, false", "'', false"})
    void onlyWhatHasNotHappenedNeedsNoWordOnCare(String kind, boolean enough) {
        var read = read(enough().with("kind", kind).with("care"));
        assertThat(read.errors().of("care").isEmpty()).isEqualTo(enough);
        assertThat(read.answers().one("care").isPresent()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "foundAt, 2026-02-30T10:00, declaration.error.date",
        "foundAt, yesterday, declaration.error.date",
        "foundAt, 31/02/2026 10:00, declaration.error.date",
        "foundAt, 2026-03-03T10:00, declaration.error.future",
        "foundAt, 0026-03-01T10:00, declaration.error.too-early",
        "occurredAt, 2026-03-02T04:00, declaration.error.occurred-after-found",
        "care, PERHAPS, declaration.error.not-in-list",
        "phone, call me, declaration.error.phone",
        "email, no address, declaration.error.email",
        "zone, Mars/Olympus, declaration.error.zone",
        "helpWanted, maybe, declaration.error.flag",
        "patientName, X, declaration.error.unknown-question",
        "description, broken \uFFFD text, declaration.error.characters",
        "description, half \uD800 pair, declaration.error.characters",
    })
    void saysWhatIsWrongWith(String question, String typed, String error) {
        assertThat(read(enough().with(question, typed)).errors().of(question))
                .get()
                .extracting(FieldErrors.FieldError::key)
                .isEqualTo(error);
    }

    @Test
    void saysHowMuchTooLongATextIs() {
        var errors = read(enough().with("description", "é".repeat(20_001))).errors();
        assertThat(errors.of("description"))
                .get()
                .satisfies(error -> assertThat(error.arguments()).containsExactly(20_000, 20_001));
    }

    /** Whatever is sent, the answer stays short, and the work too. */
    @Test
    void namesTheFirstUnknownQuestionsAndNoMore() {
        var sent = new HashMap<>(enough().byQuestion());
        IntStream.range(0, 100_000).forEach(i -> sent.put("q" + i, List.of("x")));
        assertThat(read(new Answers(sent)).errors().all())
                .hasSize(21)
                .last()
                .extracting(FieldErrors.FieldError::key)
                .isEqualTo("declaration.error.too-many-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T03:10:00Z, 2026-03-02T03:10:00Z",
        "2026-03-02T03:10:00+04:00, 2026-03-01T23:10:00Z",
        "2026-03-02T03:10, 2026-03-02T02:10:00Z",
        "2026-03-02 03:10, 2026-03-02T02:10:00Z",
        "02/03/2026 03:10, 2026-03-02T02:10:00Z",
        "2/3/2026 3h10, 2026-03-02T02:10:00Z",
    })
    void readsDatesAsPeopleAndMachinesWriteThem(String typed, String instant) {
        assertThat(read(enough().with("foundAt", typed)).answers().one("foundAt"))
                .contains(instant);
    }

    @Test
    void keepsHtmlAndSqlAsTheTextTheyAre() {
        var nasty = "<script>alert(1)</script>'; drop table declaration.version; --";
        assertThat(read(enough().with("description", nasty)).answers().one("description"))
                .contains(nasty);
    }

    @Test
    void dropsControlCharacters() {
        assertThat(read(enough().with("description", "a\u0000b\u0007\r\nc"))
                        .answers()
                        .one("description"))
                .contains("ab\nc");
    }
}
