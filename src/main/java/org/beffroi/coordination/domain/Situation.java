package org.beffroi.coordination.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.incident.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident where one structure declared it: what it said, and in the place of that what the desk judged.
 *
 * @param known codes by term: questions of the form, and those of {@link #EXTRA}
 * @param inScope whether the desk handles it
 * @param awareAt when the structure knew what it says now
 * @param awareOf by recipient, where it knew earlier of what makes its rule fit
 * @param speed how many times faster clocks run: 1 but in a rehearsal
 * @param told who was told already, and when, by recipient
 */
record Situation(
        Map<String, Set<String>> known,
        boolean inScope,
        Instant foundAt,
        Instant declaredAt,
        Instant awareAt,
        Map<String, Instant> awareOf,
        Map<String, Instant> told,
        int speed) {

    static final String MAJOR = "major";
    static final String KIND = "kind";

    /** Terms that are no question of the form, with the vocabulary of their codes. */
    static final Map<String, String> EXTRA = Map.of("grade", "health-code-grade", "group", "structure-group");

    private static final Set<String> DISTURBED = Set.of("DEGRADED", "INTERRUPTED");

    /** What was declared. When it was found is not known of some imports: then it was when it was declared. */
    static Situation declared(StructureSnapshot structure, Answers answers, Instant declaredAt) {
        var known = new HashMap<String, Set<String>>();
        answers.byQuestion().forEach((question, codes) -> known.put(question, Set.copyOf(codes)));
        known.putIfAbsent(KIND, Set.of("INCIDENT"));
        put(known, "group", structure.group());
        known.put(MAJOR, Set.of(Boolean.toString(major(known))));
        var foundAt = answers.one("foundAt").map(Instant::parse).orElse(declaredAt);
        return new Situation(Map.copyOf(known), true, foundAt, declaredAt, foundAt, Map.of(), Map.of(), 1);
    }

    /** What the desk did not judge stays as declared; whether it is major, it always judges. */
    Situation judged(Assessment assessment) {
        var better = new HashMap<>(known);
        put(better, "care", assessment.care());
        put(better, "endangerment", assessment.endangerment());
        put(better, "origin", assessment.origin());
        put(better, "grade", assessment.grade());
        if (!assessment.causes().isEmpty()) {
            better.put("causes", Set.copyOf(assessment.causes()));
        }
        better.put(MAJOR, Set.of(Boolean.toString(assessment.major())));
        return new Situation(
                Map.copyOf(better), assessment.inScope(), foundAt, declaredAt, awareAt, awareOf, told, speed);
    }

    /**
     * As if all time were so many times shorter, that between the finding and the declaration too: or whoever rehearses the third day of an attack
     * would be late from the start.
     */
    Situation faster(int times) {
        var before = Duration.between(foundAt, declaredAt).dividedBy(times).truncatedTo(ChronoUnit.MICROS);
        var found = declaredAt.minus(before);
        return new Situation(known, inScope, found, declaredAt, found, awareOf, told, times);
    }

    Situation awareAt(Instant aware, Map<String, Instant> earlier) {
        return new Situation(known, inScope, foundAt, declaredAt, aware, Map.copyOf(earlier), told, speed);
    }

    Situation told(Map<String, Instant> already) {
        return new Situation(known, inScope, foundAt, declaredAt, awareAt, awareOf, Map.copyOf(already), speed);
    }

    /** One or more digital services hit, and a degraded mode. */
    private static boolean major(Map<String, Set<String>> known) {
        return !known.getOrDefault("systems", Set.of()).isEmpty()
                && known.getOrDefault("care", Set.of()).stream().anyMatch(DISTURBED::contains);
    }

    private static void put(Map<String, Set<String>> known, String term, @Nullable String code) {
        if (code != null) {
            known.put(term, Set.of(code));
        }
    }

    boolean any(String term, Collection<String> codes) {
        return known.getOrDefault(term, Set.of()).stream().anyMatch(codes::contains);
    }

    Instant start(Rule.Clock clock, String recipient) {
        return switch (clock) {
            case FOUND_AT -> foundAt;
            case DECLARED_AT -> declaredAt;
            case AWARENESS -> awareOf.getOrDefault(recipient, awareAt);
        };
    }
}
