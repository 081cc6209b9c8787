package org.beffroi.declaration.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Stated;

/**
 * What has not been said yet and will be asked for: a declaration is made with what is known in the first minutes, and completed later
 * (arrêté of 30 October 2017). In the form's order; «unknown» is not said yet either. What makes no sense here is not asked.
 */
public final class StillToTell {
    private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "NOT_DIAGNOSED");
    private static final List<Wanted> WANTED = List.of(
            always("outOfBand"),
            always("endangerment"),
            new Wanted("endangermentDescription", one("endangerment", "POTENTIAL", "PROVEN")),
            new Wanted("careSince", one("care", "DEGRADED", "INTERRUPTED")),
            new Wanted("careUntil", one("care", "DEGRADED", "INTERRUPTED").and(one("state", "RESOLVED"))),
            new Wanted("activities", one("care", "DEGRADED", "INTERRUPTED")),
            always("occurredAt"),
            always("state"),
            always("systems"),
            always("reach"),
            always("perimeter"),
            always("dataKinds"),
            new Wanted(
                    "dataEffects",
                    answers -> answers.all("dataKinds").stream()
                            .anyMatch(kind -> !kind.equals("NONE") && !UNKNOWN.contains(kind))),
            always("origin"),
            always("causes"),
            new Wanted("providerName", one("reach", "PROVIDER").or(one("causes", "PROVIDER_FAILURE"))),
            always("told"));

    /** A near miss has harmed nothing: what aimed at what is all that there is to tell. */
    private static final Set<String> OF_WHAT_HAS_NOT_HAPPENED = Set.of("outOfBand", "systems", "origin", "causes");

    private StillToTell() {}

    private record Wanted(String question, Predicate<Answers> where) {}

    private static Wanted always(String question) {
        return new Wanted(question, any -> true);
    }

    private static Predicate<Answers> one(String question, String... codes) {
        return answers -> Arrays.stream(codes).anyMatch(answers.all(question)::contains);
    }

    /** @return keys of questions */
    public static List<String> of(Answers answers) {
        var happened = Stated.happened(answers.one("kind").orElse(null));
        return WANTED.stream()
                .filter(wanted -> happened || OF_WHAT_HAS_NOT_HAPPENED.contains(wanted.question()))
                .filter(wanted -> wanted.where().test(answers))
                .map(Wanted::question)
                .filter(question -> !said(answers, question))
                .toList();
    }

    private static boolean said(Answers answers, String question) {
        return answers.all(question).stream().anyMatch(code -> !UNKNOWN.contains(code));
    }

    /** All that may be asked for, for whoever checks that the form asks it. */
    static Stream<String> questions() {
        return WANTED.stream().map(Wanted::question);
    }
}
