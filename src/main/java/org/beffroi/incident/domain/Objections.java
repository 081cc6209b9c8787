package org.beffroi.incident.domain;

import java.util.List;
import java.util.UUID;
import org.beffroi.incident.ClosureObjection;
import org.beffroi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every later module whether an incident may be closed. */
@Component
class Objections {
    private static final Logger LOG = LoggerFactory.getLogger(Objections.class);

    private final List<ClosureObjection> asked;

    Objections(List<ClosureObjection> asked) {
        this.asked = asked;
    }

    void check(UUID incident) {
        asked.forEach(one -> check(one, incident));
    }

    private static void check(ClosureObjection asked, UUID incident) {
        try {
            asked.to(incident).ifPresent(objection -> {
                throw Refusal.conflict(objection.key(), objection.arguments().toArray());
            });
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not say whether incident {} may be closed: it stays open", asked.getClass(), incident, e);
            throw Refusal.conflict("incident.refused.objection-failed");
        }
    }
}
