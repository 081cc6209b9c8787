package org.beffroi.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** The module stands with nothing but those that it may use: no figures, no house. */
@ModuleTest
class CoordinationModuleTest {
    @Test
    void hearsThatAnIncidentIsOpenAndTellsWhoMustBeTold(Scenario scenario, @Autowired Declarations declarations) {
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("foundAt", "2026-03-01T03:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        scenario.stimulate(() -> declarations.submit(
                        Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest()))
                .andWaitForEventOfType(ObligationArose.class)
                .matching(arose -> arose.recipient().equals("CORRUSS"))
                .toArriveAndVerify((arose, receipt) -> {
                    assertThat(arose.declaration()).isEqualTo(receipt.declaration());
                    assertThat(arose.reason()).isEqualTo("care-disturbed");
                });
    }
}
