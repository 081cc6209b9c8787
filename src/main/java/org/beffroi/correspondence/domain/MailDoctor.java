package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether structures are told by mail that the desk has written. */
@Component
class MailDoctor implements DoctorCheck {
    private static final String SUBJECT = "Mail";
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final OutboxStore outbox;
    private final MailSettings settings;
    private final Clock clock;

    MailDoctor(OutboxStore outbox, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        if (!settings.isNamed()) {
            return List.of(
                    Verdict.well(
                            SUBJECT,
                            "no server is named (BEFFROI_MAIL_HOST): no mail is sent, messages are read here only, and nobody on call is told"));
        }
        var backlog = outbox.backlog(Way.MAIL, clock.instant().minus(LOOKED_BACK));
        var server = settings.host() + ":" + settings.port();
        if (backlog.waiting() > 0) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "%d wait for %s, which does not take them".formatted(backlog.waiting(), server),
                            "See that this machine reaches it, and BEFFROI_MAIL_USER and BEFFROI_MAIL_PASSWORD; they are then sent by themselves."));
        }
        if (backlog.refused() > 0) {
            return List.of(Verdict.ill(
                    SUBJECT,
                    "%d of the last seven days were never taken by %s".formatted(backlog.refused(), server),
                    "Call those structures: the incident's messages say which address was refused."));
        }
        return List.of(Verdict.well(SUBJECT, "sent through " + server));
    }
}
