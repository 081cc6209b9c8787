package org.beffroi.incident.domain;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.beffroi.declaration.Stated;
import org.jspecify.annotations.Nullable;

/**
 * What the rules propose for a triage, each with its reason. The desk decides.
 *
 * @param grade code of {@code health-code-grade}; null where no rule speaks
 * @param severity code of {@code severity}
 */
public record Proposals(Proposal major, @Nullable Proposal grade, Proposal severity) {
    private static final Set<String> WIDE = Set.of("DEPARTMENT", "REGION", "NATIONAL");

    /**
     * @param value a code; {@code true} or {@code false} for major; null where the rule lacks what it would have to know
     * @param reasonKey message key of the rule, or of what is to be asked
     */
    public record Proposal(@Nullable String value, String reasonKey) {
        private static Proposal because(String value, String rule) {
            return new Proposal(value, "incident.rule." + rule);
        }

        private static Proposal ask(String rule) {
            return new Proposal(null, "incident.rule." + rule);
        }
    }

    static Proposals of(Collection<Declared> declarations, State state) {
        var situation = Situation.of(declarations, state);
        return new Proposals(
                major(declarations, situation),
                grade(declarations, situation),
                severity(declarations, situation, state.signalled()));
    }

    private static boolean any(Collection<Declared> declarations, Predicate<Stated> test) {
        return declarations.stream().map(Declared::stated).anyMatch(test);
    }

    /** One or more digital services hit, and a degraded mode. What was not stated is no «no»: then the structure has to be asked. */
    private static Proposal major(Collection<Declared> declarations, Situation situation) {
        var service = any(declarations, stated -> !stated.systems().isEmpty());
        if (careDisturbed(situation)) {
            return service
                    ? Proposal.because("true", "major.service-and-degraded")
                    : Proposal.ask("major.service-not-stated");
        }
        if (situation.care() == null) {
            return Proposal.ask("major.care-not-stated");
        }
        return endangered(situation) && !service
                ? Proposal.ask("major.service-not-stated")
                : Proposal.because("false", "major.not-degraded");
    }

    private static boolean careDisturbed(Situation situation) {
        return Objects.equals(situation.care(), "DEGRADED") || Objects.equals(situation.care(), "INTERRUPTED");
    }

    private static boolean endangered(Situation situation) {
        return Objects.equals(situation.endangerment(), "PROVEN")
                || Objects.equals(situation.endangerment(), "POTENTIAL");
    }

    /** CSP D.1111-16-2 II: points 4 and 5 make it «significatif», 1 to 3 «grave». */
    private static @Nullable Proposal grade(Collection<Declared> declarations, Situation situation) {
        if (any(declarations, stated -> stated.perimeter() != null && WIDE.contains(stated.perimeter()))) {
            return Proposal.because("SIGNIFICANT", "grade.organisation");
        }
        if (any(declarations, stated -> Objects.equals(stated.reach(), "PROVIDER"))
                || severalStructures(declarations)) {
            return Proposal.because("SIGNIFICANT", "grade.others");
        }
        if (endangered(situation)) {
            return Proposal.because("GRAVE", "grade.safety");
        }
        if (any(declarations, Proposals::healthDataHit)) {
            return Proposal.because("GRAVE", "grade.data");
        }
        return careDisturbed(situation) ? Proposal.because("GRAVE", "grade.working") : null;
    }

    /** Two structures may bear one name, and one may have changed its own; the name tells only where the directory does not know it. */
    private static boolean severalStructures(Collection<Declared> declarations) {
        return declarations.stream()
                        .map(Declared::structure)
                        .map(structure -> structure.id() == null ? structure.name() : structure.id())
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean healthDataHit(Stated stated) {
        return stated.dataKinds().contains("HEALTH")
                && (stated.dataEffects().contains("DISCLOSED")
                        || stated.dataEffects().contains("ALTERED"));
    }

    private static Proposal severity(
            Collection<Declared> declarations, Situation situation, @Nullable String signalled) {
        var proposed = severity(declarations, situation);
        return proposed.value() != null && signalled != null && signalled.compareTo(proposed.value()) > 0
                ? Proposal.because(signalled, "severity.signalled")
                : proposed;
    }

    private static Proposal severity(Collection<Declared> declarations, Situation situation) {
        if (Objects.equals(situation.endangerment(), "PROVEN")) {
            return Proposal.because("S4", "severity.proven");
        }
        if (Objects.equals(situation.endangerment(), "POTENTIAL")) {
            return Proposal.because("S3", "severity.potential");
        }
        if (Objects.equals(situation.care(), "INTERRUPTED")) {
            return Proposal.because("S3", "severity.interrupted");
        }
        if (Objects.equals(situation.care(), "DEGRADED")) {
            return Proposal.because("S2", "severity.degraded");
        }
        return any(declarations, stated -> !stated.systems().isEmpty())
                ? Proposal.because("S1", "severity.service")
                : Proposal.because("S0", "severity.none");
    }
}
