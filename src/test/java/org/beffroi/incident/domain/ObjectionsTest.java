package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.incident.ClosureObjection;
import org.beffroi.incident.ClosureObjection.Objection;
import org.beffroi.shared.Refusal;
import org.junit.jupiter.api.Test;

class ObjectionsTest {
    private static final UUID INCIDENT = new UUID(0, 7);

    @Test
    void letsCloseWhatNobodyObjectsTo() {
        assertThatCode(() -> new Objections(List.of()).check(INCIDENT)).doesNotThrowAnyException();
        assertThatCode(() -> new Objections(List.of(incident -> Optional.empty())).check(INCIDENT))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWithTheModulesOwnReason() {
        ClosureObjection objecting = incident -> Optional.of(new Objection("harm.review-due", List.of("12 Dec")));
        assertThatThrownBy(() -> new Objections(List.of(objecting)).check(INCIDENT))
                .isInstanceOf(Refusal.class)
                .hasMessage("harm.review-due[12 Dec]");
    }

    @Test
    void takesAFailureForAnObjection() {
        ClosureObjection broken = incident -> {
            throw new IllegalStateException("database gone");
        };
        assertThatThrownBy(() -> new Objections(List.of(broken)).check(INCIDENT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("objection-failed");
    }
}
