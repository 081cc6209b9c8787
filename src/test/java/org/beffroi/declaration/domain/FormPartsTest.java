package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.beffroi.declaration.Answers;
import org.beffroi.shared.Paris;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts of the form: questions, hours, texts, answers. */
class FormPartsTest {
    private static final Questionnaire FORM = Questionnaire.load("2026-1");

    @Test
    void numbersItsQuestionsWithoutAGapThroughAllGroups() {
        var keys = List.copyOf(FORM.questions().keySet());
        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(IntStream.range(0, keys.size()).allMatch(at -> FORM.number(keys.get(at)) == at + 1))
                .isTrue();
        assertThat(FORM.groups().stream()
                        .mapToInt(group -> group.questions().size())
                        .sum())
                .as("no key twice")
                .isEqualTo(keys.size());
    }

    @Test
    void asksFiveThingsThatMustBeAnsweredBesidesOneWayToReach() {
        assertThat(FORM.questions().values())
                .filteredOn(FormQuestion::required)
                .extracting(FormQuestion::key)
                .containsExactly("structure", "name", "foundAt", "description", "care");
        assertThat(FORM.group("essential").questions())
                .extracting(FormQuestion::key)
                .contains("phone", "email");
    }

    @Test
    void takesEveryCodeFromAVocabularyThatThereIs() {
        var taxonomy = new Taxonomy();
        assertThat(FORM.questions().values())
                .filteredOn(question ->
                        question.type() == FormQuestion.Type.CHOICE || question.type() == FormQuestion.Type.CHOICES)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(taxonomy.vocabulary(String.valueOf(question.vocabulary()))
                                .codes())
                        .isNotEmpty());
    }

    @Test
    void saysWhatItDoesNotHave() {
        assertThatThrownBy(() -> FORM.question("patientName")).hasMessage("edition 2026-1 does not ask patientName");
        assertThatThrownBy(() -> FORM.group("other")).hasMessage("edition 2026-1 has no group other");
        assertThatThrownBy(() -> Questionnaire.load("1999-1")).hasMessageContaining("/questionnaire/1999-1.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "22/11/2026 03:10, 2026-11-22T02:10:00Z",
        "22/11/2026 à 3h10, 2026-11-22T02:10:00Z",
        "22.11.2026 3 h 10, 2026-11-22T02:10:00Z",
        "22/11/2026 3h, 2026-11-22T02:00:00Z",
        "'22/11/2026, 03:10', 2026-11-22T02:10:00Z",
        "22/11/2026, 2026-11-21T23:00:00Z",
        "2026-11-22 03:10, 2026-11-22T02:10:00Z",
        "2026-11-22T03:10:30, 2026-11-22T02:10:30Z",
        "2026-11-22T03:10+04:00, 2026-11-21T23:10:00Z",
    })
    void readsHoursAsTheyAreWritten(String typed, Instant instant) {
        assertThat(Times.read(typed, Paris.ZONE)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hier", "31/02/2026", "22/11/26", "22/11/2026 25:00", "22-11-2026", "٢٢/١١/٢٠٢٦", "03:10"})
    void readsNothingIntoWhatIsNoDate(String typed) {
        assertThat(Times.read(typed, Paris.ZONE)).isEmpty();
    }

    @Test
    void movesAnHourThatSpringLeavesOutToTheNextOne() {
        assertThat(Times.read("2026-03-29T02:30", Paris.ZONE)).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void knowsZonesByTheirName() {
        assertThat(Times.zone(" Indian/Reunion ")).contains(ZoneId.of("Indian/Reunion"));
        assertThat(Times.zone("Réunion")).isEmpty();
    }

    @Test
    void cleansTextOfWhatHidesOrTurnsIt() {
        assertThat(CleanText.of(" a\u202Eb\u200Bc\r\nd\u0007 ")).contains("abc\nd");
        assertThat(CleanText.of("half \uD83D pair")).isEmpty();
        assertThat(CleanText.of("whole 😀 pair")).contains("whole 😀 pair");
    }

    @Test
    void shortensWithoutCuttingACharacterInTwo() {
        var shown = CleanText.shortened("k".repeat(38) + "😀😀😀");
        assertThat(shown).isEqualTo("k".repeat(38) + "😀…");
        assertThat(CleanText.shortened("\uD83D")).isEqualTo("\uFFFD");
        assertThat(CleanText.shortened("short")).isEqualTo("short");
    }

    @Test
    void takesBlankAnswersForNone() {
        var answers = new Answers(Map.of("name", List.of(" ", ""), "causes", List.of("RANSOMWARE", " ")));
        assertThat(answers.byQuestion()).containsOnlyKeys("causes");
        assertThat(answers.all("causes")).containsExactly("RANSOMWARE");
        assertThat(answers.with("causes").byQuestion()).isEmpty();
        assertThat(answers.one("name")).isEmpty();
    }

    @Test
    void hashesAnswersWhateverTheirOrderAndNothingElseAlike() {
        var taxonomy = new Taxonomy();
        var form = new DeclarationForm(taxonomy, new NobodysDirectory(), java.time.Clock.systemUTC());
        var one = Answers.NONE.with("name", "A").with("care", "NONE");
        assertThat(form.hash(Answers.NONE.with("care", "NONE").with("name", "A")))
                .isEqualTo(form.hash(one));
        assertThat(List.of(
                        form.hash(one),
                        form.hash(one.with("name", "AB")),
                        form.hash(one.with("name", "A", "B")),
                        form.hash(one.with("phone", "1"))))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(form.structure(UUID.randomUUID().toString())).isEmpty();
        assertThat(form.structure("zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz")).isEmpty();
    }
}
