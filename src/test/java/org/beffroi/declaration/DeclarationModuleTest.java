package org.beffroi.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** Starts with the modules it may use, and no later one: a declaration is taken in where there is no desk. */
@ModuleTest
class DeclarationModuleTest {
    @Autowired
    Declarations declarations;

    @Test
    void takesADeclarationInAndTellsIt(Scenario scenario) {
        var answers = Answers.NONE
                .with("structure", "Clinique du Bois")
                .with("name", "Claire Vasseur")
                .with("phone", "06 12 34 56 78")
                .with("foundAt", "2026-03-02T03:10")
                .with("description", "Plus rien ne s’ouvre.")
                .with("care", "DEGRADED");
        scenario.stimulate(() -> declarations.submit(
                        Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest()))
                .andWaitForEventOfType(DeclarationReceived.class)
                .toArriveAndVerify((event, receipt) -> {
                    assertThat(event.declaration()).isEqualTo(receipt.declaration());
                    assertThat(event.verified()).isFalse();
                });
    }
}
