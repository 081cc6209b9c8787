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
    @ParameterizedTest
    @CsvSource(textBlock = """
            # care,  data, work, around, others, verdict,     points
            YES,     NO,   NO,   NO,     NO,     SERIOUS,     1
            NO,      YES,  NO,   NO,     NO,     SERIOUS,     2
            NO,      NO,   YES,  NO,     NO,     SERIOUS,     3
            NO,      NO,   NO,   YES,    NO,     SIGNIFICANT, 4
            NO,      NO,   NO,   NO,     YES,    SIGNIFICANT, 5
            YES,     YES,  YES,  YES,    YES,    SIGNIFICANT, 12345
            UNKNOWN, NO,   YES,  NO,     NO,     SERIOUS,     3
            UNKNOWN, NO,   NO,   NO,     NO,     IN_DOUBT,    ''
            NO,      NO,   NO,   NO,     ,       IN_DOUBT,    ''
            NO,      NO,   NO,   NO,     NO,     NOT_OBLIGED, ''
            """)
    void saysWhatTheLawSays(Said care, Said data, Said work, Said around, Said others, Verdict verdict, String points) {
        var typed = new HashMap<String, String>();
        var given = new Said[] {care, data, work, around, others};
        for (var question : Question.values()) {
            if (given[question.point() - 1] != null) {
                typed.put(MustDeclare.name(question), given[question.point() - 1].name());
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
