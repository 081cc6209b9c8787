package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;

/** The module stands with nothing but those that it may use, and the house that gives it its clock: no journal, no figures. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "platform")
@ContextConfiguration(initializers = FreshDatabase.class)
class IncidentModuleTest {
    @Autowired
    ApplicationContext context;

    @Test
    void opensAnIncidentWithoutTheModulesThatComeLater(
            @Autowired Declarations declarations, @Autowired Incidents incidents) {
        var receipt = declarations.submit(
                Submission.now(
                        Answers.NONE
                                .with("structure", "Clinique")
                                .with("name", "Nadia Perrin")
                                .with("phone", "06 39 98 12 34")
                                .with("foundAt", "2026-03-01T03:10:00Z")
                                .with("description", "Plus aucun poste n’ouvre.")
                                .with("care", "DEGRADED"),
                        "WEB",
                        UUID.randomUUID().toString()),
                Viewer.guest());
        assertThat(incidents.find(receipt.reference(), Viewer.system("test"))).isPresent();
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("observatory"));
    }
}
