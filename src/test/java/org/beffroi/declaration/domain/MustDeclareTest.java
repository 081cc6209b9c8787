package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.domain.MustDeclare.Question;
import org.beffroi.declaration.domain.MustDeclare.Said;
import org.beffroi.declaration.domain.MustDeclare.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSP D.1111-16-2 II: five points, each of which obliges by itself. */
class MustDeclareTest {
    /** To each question in turn: yes, no, not known (?), not answered (-). */
    @ParameterizedTest
    @CsvSource(textBlock = """
            YNNNN, SERIOUS,     1
            NYNNN, SERIOUS,     2
            NNYNN, SERIOUS,     3
            NNNYN, SIGNIFICANT, 4
            NNNNY, SIGNIFICANT, 5
            YYYYY, SIGNIFICANT, 12345
            ?NYNN, SERIOUS,     3
            ?NNNN, IN_DOUBT,    ''
            NNNN-, IN_DOUBT,    ''
            NNNNN, NOT_OBLIGED, ''
            """)
    void saysWhatTheLawSays(String given, Verdict verdict, String points) {
        var typed = new HashMap<String, String>();
        for (var question : Question.values()) {
            switch (given.charAt(question.point() - 1)) {
                case 'Y' -> typed.put(MustDeclare.name(question), "YES");
                case 'N' -> typed.put(MustDeclare.name(question), "NO");
                case '?' -> typed.put(MustDeclare.name(question), "UNKNOWN");
                default -> {}
            }
        }
        var asked = MustDeclare.read(typed);
        assertThat(asked.verdict()).isEqualTo(verdict);
        assertThat(asked.because().stream()
                        .map(question -> String.valueOf(question.point()))
                        .reduce("", String::concat))
                .isEqualTo(points);
    }

    private static List<MustDeclare> all() {
        var all = new ArrayList<>(List.of(new MustDeclare(Map.of())));
        for (var question : Question.values()) {
            var more = new ArrayList<MustDeclare>();
            for (var before : all) {
                for (var said : Said.values()) {
                    var with = new EnumMap<Question, Said>(Question.class);
                    with.putAll(before.said());
                    with.put(question, said);
                    more.add(new MustDeclare(with));
                }
            }
            all = more;
        }
        return all;
    }

    @Test
    void neverSaysNoWhileSomethingIsNotKnownNorYesWithoutAReason() {
        assertThat(all()).hasSize(243).allSatisfy(asked -> {
            assertThat(asked.verdict() == Verdict.NOT_OBLIGED)
                    .isEqualTo(asked.said().values().stream().allMatch(Said.NO::equals));
            assertThat(asked.because().isEmpty())
                    .isEqualTo(asked.verdict() == Verdict.IN_DOUBT || asked.verdict() == Verdict.NOT_OBLIGED);
        });
    }

    @Test
    void whoeverNeedNotDeclareBeginsAVoluntaryDeclaration() {
        var no = Map.of("care", "NO", "data", "NO", "work", "NO", "around", "NO", "others", "NO");
        assertThat(MustDeclare.read(no).answers()).isEqualTo(Answers.NONE.with("kind", "VOLUNTARY"));
    }

    @Test
    void takesNothingForAnAnswerThatIsNone() {
        assertThat(MustDeclare.read(Map.of("care", "yes", "data", "<b>", "lang", "fr"))
                        .said())
                .isEmpty();
    }

    @Test
    void fillsInTheFormWithWhatWasSaidAndNoMore() {
        assertThat(MustDeclare.read(Map.of("care", "YES", "data", "YES", "work", "YES", "others", "YES"))
                        .answers()
                        .byQuestion())
                .isEqualTo(Map.of(
                        "endangerment",
                        List.of("POTENTIAL"),
                        "dataKinds",
                        List.of("HEALTH"),
                        "care",
                        List.of("DEGRADED")));
        assertThat(MustDeclare.read(Map.of("care", "NO", "work", "UNKNOWN")).answers())
                .isEqualTo(Answers.NONE);
    }
}
