package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.Stream;
import org.beffroi.declaration.Answers;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes: it is read or refused, never thrown. */
class AnswerReaderPropertyTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final Questionnaire FORM = Questionnaire.load("2026-1");
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Answers> answers() {
        return AnyAnswers.of(20261124, FORM, 500);
    }

    private static AnswerReader.Result read(Answers answers) {
        return new AnswerReader(FORM, TAXONOMY, NOW).read(answers, false);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyErrorNamesAQuestionOfTheFormOrOneThatWasSent(Answers sent) {
        var known = new HashSet<>(FORM.questions().keySet());
        sent.byQuestion().keySet().forEach(key -> known.add(CleanText.shortened(key)));
        assertThat(read(sent).errors().all()).allSatisfy(error -> {
            assertThat(known).contains(error.field());
            assertThat(error.key()).startsWith("declaration.error.");
            assertThat((error.field() + error.arguments()).codePoints())
                    .as("no half of a character goes out")
                    .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            assertThat(error.field().codePointCount(0, error.field().length())).isLessThanOrEqualTo(40);
        });
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsCleanStaysAsItIs(Answers sent) {
        var clean = read(sent).answers();
        var again = read(clean);
        assertThat(again.answers()).isEqualTo(clean);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsCleanComesBackFromTheDatabaseAsItWas(Answers sent) {
        var clean = read(sent).answers();
        var written = JSON.writeValueAsString(clean.byQuestion());
        assertThat(written).as("PostgreSQL keeps no NUL").doesNotContain("\\u0000");
        assertThat(new Answers(JSON.readValue(written, new TypeReference<>() {})))
                .isEqualTo(clean);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void onlyKnownQuestionsAndCodesOfTheirVocabulariesAreKept(Answers sent) {
        read(sent).answers().byQuestion().forEach((key, values) -> {
            var question = FORM.question(key);
            var vocabulary = question.vocabulary();
            if (vocabulary != null) {
                assertThat(values).allMatch(TAXONOMY.vocabulary(vocabulary)::has);
            }
            if (question.type() == FormQuestion.Type.INSTANT) {
                assertThat(Instant.parse(values.getFirst())).isNotNull();
            }
            assertThat(values)
                    .allSatisfy(value ->
                            assertThat(value.codePointCount(0, value.length())).isLessThanOrEqualTo(20_000));
        });
    }
}
