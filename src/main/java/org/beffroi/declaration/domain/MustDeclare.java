package org.beffroi.declaration.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.beffroi.declaration.Answers;

/**
 * Whether an event must be declared, from five answers about care and not about computers. Source: CSP D.1111-16-2 II, of which each question
 * is one point; (4) and (5) make an incident «significatif», the others «grave».
 *
 * @param said a question that is missing is not known
 */
public record MustDeclare(Map<Question, Said> said) {
    public MustDeclare {
        said = Map.copyOf(said);
    }

    public enum Question {
        /** (1) Potential or proven consequences on the safety of care. */
        CARE(1),
        /** (2) Consequences on confidentiality or integrity of health data. */
        DATA(2),
        /** (3) Harm to the normal working of the structure. */
        WORK(3),
        /** (4) Effect on the departmental, regional or national organisation of the health system. */
        AROUND(4),
        /** (5) Likely to touch other structures. */
        OTHERS(5);

        private final int point;

        Question(int point) {
            this.point = point;
        }

        /** Of D.1111-16-2 II. */
        public int point() {
            return point;
        }
    }

    public enum Said {
        YES,
        NO,
        UNKNOWN
    }

    /** The strongest that the answers bear out. */
    public enum Verdict {
        SIGNIFICANT,
        SERIOUS,
        /** Nothing is certain: whoever declares in doubt can take it back. */
        IN_DOUBT,
        NOT_OBLIGED
    }

    private static final Set<Question> SIGNIFICANT = EnumSet.of(Question.AROUND, Question.OTHERS);

    public Said to(Question question) {
        return said.getOrDefault(question, Said.UNKNOWN);
    }

    public Verdict verdict() {
        var because = because();
        if (because.stream().anyMatch(SIGNIFICANT::contains)) {
            return Verdict.SIGNIFICANT;
        }
        if (!because.isEmpty()) {
            return Verdict.SERIOUS;
        }
        return List.of(Question.values()).stream().allMatch(question -> to(question) == Said.NO)
                ? Verdict.NOT_OBLIGED
                : Verdict.IN_DOUBT;
    }

    /** What obliges, in the order of the law. */
    public List<Question> because() {
        return List.of(Question.values()).stream()
                .filter(question -> to(question) == Said.YES)
                .toList();
    }

    /** What is said by that already, in the words of the form. */
    public Answers answers() {
        var answers = Answers.NONE;
        if (to(Question.CARE) == Said.YES) {
            answers = answers.with("endangerment", "POTENTIAL");
        }
        if (to(Question.DATA) == Said.YES) {
            answers = answers.with("dataKinds", "HEALTH");
        }
        if (to(Question.WORK) == Said.YES) {
            answers = answers.with("care", "DEGRADED");
        }
        return verdict() == Verdict.NOT_OBLIGED ? answers.with("kind", "VOLUNTARY") : answers;
    }

    /**
     * As it stands in an address: {@code care=YES&data=NO}.
     *
     * @param typed by the questions' names in lower case; what is no answer is not known
     */
    public static MustDeclare read(Map<String, String> typed) {
        var said = new EnumMap<Question, Said>(Question.class);
        for (var question : Question.values()) {
            for (var answer : Said.values()) {
                if (answer.name().equals(typed.get(name(question)))) {
                    said.put(question, answer);
                }
            }
        }
        return new MustDeclare(said);
    }

    public static String name(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }
}
