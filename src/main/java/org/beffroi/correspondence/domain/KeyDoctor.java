package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether mails can be encrypted to those who gave a key. */
@Component
class KeyDoctor implements DoctorCheck {
    private static final String SUBJECT = "OpenPGP";
    private static final Duration SOON = Duration.ofDays(30);

    private final PgpKeyStore store;
    private final Clock clock;

    KeyDoctor(PgpKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var all = store.all();
        var later = clock.instant().plus(SOON);
        var old = all.stream()
                .filter(row -> !PublicKey.kept(row.armored()).encrypts(later))
                .count();
        return List.of(
                old == 0
                        ? Verdict.well(
                                SUBJECT, all.isEmpty() ? "nobody has given a key" : all.size() + " keys are valid")
                        : Verdict.ill(
                                SUBJECT,
                                "%d of %d keys are not valid any more, or not in thirty days"
                                        .formatted(old, all.size()),
                                "Ask their owners for new ones: /messages/keys names them. Until then mails to them go out as to everybody."));
    }
}
