package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.test.Scenario;

/** The module stands with nothing but those that it may use: no figures, no house. */
@ModuleTest
class IncidentModuleTest {
    @Autowired
    ApplicationContext context;

    @Test
    void opensAnIncidentWithoutTheModulesThatComeLater(
            @Autowired Declarations declarations, @Autowired Incidents incidents) {
        var receipt = declare(declarations);
        assertThat(incidents.find(receipt.reference(), Viewer.system("test"))).isPresent();
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("observatory"));
    }

    @Test
    void hearsWhatIsDeclaredAndTellsThatItsIncidentIsOpen(Scenario scenario, @Autowired Declarations declarations) {
        scenario.stimulate(() -> declare(declarations))
                .andWaitForEventOfType(IncidentOpened.class)
                .toArriveAndVerify(
                        (opened, receipt) -> assertThat(opened.declaration()).isEqualTo(receipt.declaration()));
    }

    private static Receipt declare(Declarations declarations) {
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("foundAt", "2026-03-01T03:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        return declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
    }
}
