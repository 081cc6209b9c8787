package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether structures are told by text message that the desk has written. */
@Component
class SmsDoctor implements DoctorCheck {
    private static final String SUBJECT = "SMS";
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final OutboxStore outbox;
    private final SmsSettings settings;
    private final Clock clock;

    SmsDoctor(OutboxStore outbox, SmsSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        if (!settings.isNamed()) {
            return List.of(Verdict.well(SUBJECT, "no gateway is named (BEFFROI_SMS_URL): no text message is sent"));
        }
        if (!settings.isUsable()) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "the gateway’s settings can bring no message to anybody",
                            "BEFFROI_SMS_URL is an address, BEFFROI_SMS_METHOD is POST, PUT or GET, and {to} and {text} stand in BEFFROI_SMS_BODY or in the address."));
        }
        var backlog = outbox.backlog(Way.SMS, clock.instant().minus(LOOKED_BACK));
        if (backlog.waiting() > 0) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "%d wait for %s, which does not take them".formatted(backlog.waiting(), settings.where()),
                            "See that this machine reaches it, and BEFFROI_SMS_HEADER and BEFFROI_SMS_SECRET; they are then sent by themselves."));
        }
        if (backlog.refused() > 0) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "%d of the last seven days were never taken by %s"
                                    .formatted(backlog.refused(), settings.where()),
                            "Call those structures: the incident’s messages say which number was refused. If it is every one, see BEFFROI_SMS_TYPE and BEFFROI_SMS_BODY."));
        }
        return List.of(Verdict.well(SUBJECT, "sent through " + settings.where()));
    }
}
