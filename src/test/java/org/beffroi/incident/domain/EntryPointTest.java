package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beffroi.incident.Conclusion;
import org.junit.jupiter.api.Test;

class EntryPointTest {
    @Test
    void isNotAskedOfWhatWasNoAttackOrNoIncident() {
        assertThat(EntryPoint.complete(Conclusion.of("RESOLVED"), false).entryPoint())
                .isEqualTo("NOT_APPLICABLE");
        assertThat(EntryPoint.complete(Conclusion.of("FALSE_ALARM"), true).entryPoint())
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void isAskedOfEveryAttackThatWasTreated() {
        for (var outcome : new String[] {"RESOLVED", "UNRESOLVED"}) {
            assertThatThrownBy(() -> EntryPoint.complete(Conclusion.of(outcome), true))
                    .hasMessageContaining("incident.error.entry-point");
        }
    }

    @Test
    void wantsToKnowWhichOrWhyNot() {
        assertThatThrownBy(() -> EntryPoint.complete(new Conclusion("RESOLVED", "FOUND", null, "NO_TIME"), false))
                .hasMessageContaining("entry-point-kind");
        assertThatThrownBy(() -> EntryPoint.complete(new Conclusion("RESOLVED", "NOT_FOUND", "EMAIL", null), false))
                .hasMessageContaining("entry-point-reason");
    }

    @Test
    void keepsNothingThatContradictsIt() {
        assertThat(EntryPoint.complete(new Conclusion("RESOLVED", "FOUND", "EMAIL", "NO_TIME"), true))
                .isEqualTo(new Conclusion("RESOLVED", "FOUND", "EMAIL", null));
        assertThat(EntryPoint.complete(new Conclusion("RESOLVED", "NOT_FOUND", "EMAIL", "NO_TIME"), true))
                .isEqualTo(new Conclusion("RESOLVED", "NOT_FOUND", null, "NO_TIME"));
    }
}
