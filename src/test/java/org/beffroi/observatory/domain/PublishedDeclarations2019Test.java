package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of 2019 from declarations that came in by the front door. In a database of its own, for its register of structures. */
@BeffroiTest
@TestPropertySource(properties = "beffroi.test.register=published-2019")
class PublishedDeclarations2019Test {
    private static final World WORLD = new World("published-2019");
    private static final int BATCH = 300;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Observatory observatory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void declarationsMadeAndTreatedGiveThePublishedFigures(@TempDir Path folder) throws Exception {
        var facts = new PublishedYears(2019, WORLD).facts();
        var years = new PublishedDeclarations(context);
        years.structures(facts, folder);
        for (int from = 0; from < facts.size(); from += BATCH) {
            var batch = facts.subList(from, Math.min(from + BATCH, facts.size()));
            transaction.executeWithoutResult(status -> batch.forEach(years::happen));
        }

        assertThat(years.structures()).isEqualTo(247 + 300 - 7 - 48 - 60);
        assertThat(years.declared()).isEqualTo(327 + 392 + 9 + 3);
        assertThat(declarations()).isEqualTo(years.declared());
        var reader = new Viewer(UUID.randomUUID(), "Ana", Set.of(Role.OBSERVATORY), Scope.nation());
        PublishedFigures2019Test.assertPublished(observatory.year(reader, new FigureRequest(WORLD, null, null), 2019));
    }

    private long declarations() {
        return jdbc.sql("select count(*) from declaration.declaration where world = :world")
                .param("world", WORLD.code())
                .query(Long.class)
                .single();
    }
}
