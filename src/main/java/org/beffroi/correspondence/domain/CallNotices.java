package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import org.beffroi.access.Colleague;
import org.beffroi.access.Colleagues;
import org.beffroi.correspondence.domain.Numbers.Phone;
import org.beffroi.incident.CallMade;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Puts what calls somebody of the desk at night into the outbox, by every way on which they can be reached. */
@Component
class CallNotices {
    private final Colleagues colleagues;
    private final OutboxStore outbox;
    private final SmsSettings gateway;

    CallNotices(Colleagues colleagues, OutboxStore outbox, SmsSettings gateway) {
        this.colleagues = colleagues;
        this.outbox = outbox;
        this.gateway = gateway;
    }

    /** Who has left the desk since is called no more. */
    @ApplicationModuleListener
    void on(CallMade call) {
        colleagues.find(call.account()).ifPresent(who -> tell(call, who));
    }

    private void tell(CallMade call, Colleague who) {
        outbox.add(
                call.id(), Notices.Kind.CALL, call.reference(), new Reach(Way.MAIL, who.callEmail()), call.calledAt());
        if (gateway.isNamed() && who.phone() != null) {
            Numbers.inFrance(who.phone()).stream()
                    .filter(Phone::mobile)
                    .findFirst()
                    // Its identifier is computed: told twice, it is one.
                    .ifPresent(number -> outbox.add(
                            UuidCreator.getNameBasedSha1(call.id(), "SMS"),
                            Notices.Kind.CALL,
                            call.reference(),
                            new Reach(Way.SMS, number.e164()),
                            call.calledAt()));
        }
    }
}
