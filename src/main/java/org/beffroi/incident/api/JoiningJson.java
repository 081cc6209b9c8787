package org.beffroi.incident.api;

import java.util.List;
import org.beffroi.incident.domain.Declared;
import org.beffroi.incident.domain.Incident;
import org.beffroi.incident.domain.JoinPlan;
import org.beffroi.incident.domain.State;
import org.beffroi.incident.domain.Status;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a join would do, as machines read it.
 *
 * @param from the incident that a declaration leaves; its version is the join's {@code otherVersion}
 * @param moving numbers of the declarations that come along
 * @param whole all of them: the other incident lives on in {@code into}
 * @param refused message key of why it cannot be done now; null: it can
 */
record JoiningJson(
        Side into,
        Side from,
        List<String> moving,
        boolean whole,
        @Nullable String refused) {

    record Side(
            String reference,
            int version,
            Status status,
            @Nullable String severity,
            State.@Nullable Assignment assignment,
            int declarations) {
        static Side of(Incident incident) {
            return new Side(
                    incident.reference().toString(),
                    incident.version(),
                    incident.status(),
                    incident.state().severity(),
                    incident.state().assignment(),
                    incident.declarations().size());
        }
    }

    static JoiningJson of(JoinPlan plan) {
        return new JoiningJson(
                Side.of(plan.into()),
                Side.of(plan.from()),
                plan.moving().stream()
                        .map(Declared::reference)
                        .map(PublicReference::toString)
                        .toList(),
                plan.whole(),
                plan.refusal() == null ? null : plan.refusal().key());
    }
}
