package org.beffroi.incident.rota.domain;

import java.time.Clock;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether somebody answers when a major incident calls. */
@Component
class CallDoctor implements DoctorCheck {
    private static final String SUBJECT = "Calls";

    private final CallReader reader;
    private final RotaSettings settings;
    private final Clock clock;

    CallDoctor(CallReader reader, RotaSettings settings, Clock clock) {
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var unanswered = reader.unanswered(clock.instant().minus(settings.leads()));
        return List.of(
                unanswered == 0
                        ? Verdict.well(SUBJECT, "every call for a major incident was answered")
                        : Verdict.ill(
                                SUBJECT,
                                "a major incident waits, and neither those on call nor the leads have answered",
                                "Call them by telephone now: /rota. Whoever has it says so on the incident's page."));
    }
}
