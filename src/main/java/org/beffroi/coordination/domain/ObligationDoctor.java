package org.beffroi.coordination.domain;

import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the rules could be asked of all that was declared. */
@Component
class ObligationDoctor implements DoctorCheck {
    private static final String SUBJECT = "Obligations";

    private final WaitingStore waiting;
    private final RuleBook rules;

    ObligationDoctor(WaitingStore waiting, RuleBook rules) {
        this.waiting = waiting;
        this.rules = rules;
    }

    @Override
    public List<Verdict> check() {
        var failing = waiting.failing();
        return List.of(
                failing == 0
                        ? Verdict.well(
                                SUBJECT,
                                "%d recipients".formatted(rules.recipients().size()))
                        : Verdict.ill(
                                SUBJECT,
                                "of %d declarations it is not decided who must be told".formatted(failing),
                                "see the server's log for the reason; they are tried again by themselves, at least every 64 minutes"));
    }
}
