package org.beffroi.correspondence.domain;

import org.beffroi.access.AuditTrail;
import org.beffroi.correspondence.Side;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A structure says when it wants to be told; the desk sees what it said. */
@Service
@Transactional
public class Timings {
    private final MessageStore store;
    private final AuditTrail trail;

    Timings(MessageStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** From the next message on. */
    public void choose(Seat seat, Timing timing) {
        if (seat.side() != Side.STRUCTURE) {
            throw Refusal.notFound("correspondence.refused.unknown");
        }
        var sheet = seat.declaration();
        store.hold(sheet.declaration(), sheet.world().isRehearsal());
        store.choose(sheet.declaration(), timing);
        trail.record(seat.viewer(), "correspondence.timing", "declaration", sheet.declaration());
    }
}
