package org.beffroi.correspondence.domain;

import org.beffroi.access.Colleagues;
import org.beffroi.incident.CallMade;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Puts what calls somebody of the desk at night into the outbox, by every way on which they can be reached. */
@Component
class CallNotices {
    private final Colleagues colleagues;
    private final OutboxStore outbox;

    CallNotices(Colleagues colleagues, OutboxStore outbox) {
        this.colleagues = colleagues;
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(CallMade call) {
        // Who has left the desk since is called no more.
        colleagues
                .find(call.account())
                .ifPresent(who ->
                        outbox.add(call.id(), Notices.Kind.CALL, call.reference(), who.callEmail(), call.calledAt()));
    }
}
