package org.beffroi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.search.domain.Search;
import org.beffroi.search.domain.SearchFilter;
import org.beffroi.shared.Command;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The module finds what is declared without those that come later: they give it their texts, and it knows none of them. */
@ModuleTest
class SearchModuleTest {
    @Test
    void findsWithoutTheModulesThatGiveItMore(
            @Autowired ApplicationContext context,
            @Autowired Declarations declarations,
            @Autowired IncidentWork work,
            @Autowired Search search,
            @Autowired List<Command> commands)
            throws Exception {
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("correspondence"));
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("foundAt", "2026-03-01T03:10:00Z")
                .with("description", "Plus aucune ordonnance ne s’imprime.")
                .with("care", "DEGRADED");
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        work.openFor(receipt.declaration());
        for (var command : commands) {
            if (command.name().equals("search index")) {
                assertThat(command.run(List.of(), System.out)).isZero();
            }
        }
        var filter = new SearchFilter("ordonnances imprimer", null, null, null, null, null, null);
        assertThat(search.find(filter.query(), Viewer.system("test")).incidents())
                .singleElement()
                .satisfies(found -> assertThat(found.glance().reference())
                        .isEqualTo(receipt.reference().toString()));
    }
}
