package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.beffroi.coordination.Obligation;

/** What the rules say of a situation. */
final class Obligations {
    private final RuleFile rules;
    private final Set<String> options;

    /** @param options named by the operator; a recipient of an option that is not named is told of nothing */
    Obligations(RuleFile rules, Set<String> options) {
        this.rules = rules;
        this.options = Set.copyOf(options);
        for (var option : options) {
            if (!rules.options().contains(option)) {
                throw new IllegalStateException(
                        "beffroi.coordination.options names «%s», which no recipient of %s has; there are %s"
                                .formatted(option, RuleFile.FILE, rules.options()));
            }
        }
    }

    /** Of each recipient at most one, in the file's order. */
    List<Obligation> of(Situation situation) {
        if (!situation.any(Situation.KIND, rules.kinds())) {
            return List.of();
        }
        var all = new ArrayList<Obligation>();
        for (var recipient : rules.recipients().values()) {
            if (recipient.option() == null || options.contains(recipient.option())) {
                rules.rules().stream()
                        .filter(rule -> rule.recipient().equals(recipient.key()) && rule.fits(situation))
                        .findFirst()
                        .ifPresent(rule ->
                                all.add(obligation(rule, recipient, start(rule, situation, all), situation.speed())));
            }
        }
        return List.copyOf(all);
    }

    private static Obligation obligation(Rule rule, Recipient recipient, Instant start, int speed) {
        return new Obligation(
                recipient.key(),
                rule.by(),
                rule.key(),
                start,
                rule.dueFrom(start, speed),
                rule.source(),
                recipient.sees());
    }

    /** After another recipient: from when it was told; until then from when it is due; without a date, from when its time began. */
    private static Instant start(Rule rule, Situation situation, List<Obligation> earlier) {
        if (rule.clock() != null) {
            return situation.start(rule.clock(), rule.recipient());
        }
        var before = Objects.requireNonNull(rule.after());
        var told = situation.told().get(before);
        return told != null
                ? told
                : earlier.stream()
                        .filter(obligation -> obligation.recipient().equals(before))
                        .map(obligation -> Objects.requireNonNullElse(obligation.due(), obligation.from()))
                        .findFirst()
                        .orElse(situation.awareAt());
    }
}
