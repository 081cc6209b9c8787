package org.beffroi.incident.rota.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.beffroi.shared.DoctorCheck;
import org.beffroi.shared.ReadableTime;
import org.springframework.stereotype.Component;

/** Whether somebody would answer a major incident tonight. */
@Component
class RotaDoctor implements DoctorCheck {
    private static final String SUBJECT = "Rota";
    private static final Duration SOON = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Rota rota;
    private final Clock clock;

    RotaDoctor(Rota rota, Clock clock) {
        this.rota = rota;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var now = clock.instant();
        var holes = rota.holes(now.plus(AHEAD));
        if (holes.isEmpty()) {
            return List.of(Verdict.well(SUBJECT, "somebody is on call in each of the next 14 nights and closed days"));
        }
        var first = holes.getFirst();
        var finding = "nobody is on call from %s; so it is %d times within 14 days"
                .formatted(ReadableTime.in(Locale.ENGLISH).at(first.from()), holes.size());
        return List.of(
                first.from().isBefore(now.plus(SOON))
                        ? Verdict.ill(
                                SUBJECT,
                                finding,
                                "A lead puts somebody down at /rota. Until then a major incident at night calls every lead at once.")
                        : Verdict.well(SUBJECT, finding));
    }
}
