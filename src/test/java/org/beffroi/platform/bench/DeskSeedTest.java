package org.beffroi.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The years that the measurement of the desk is made over fit the tables as they are now. In a database of its own. */
@BeffroiTest
@TestPropertySource(properties = "spring.application.name=beffroi-seed")
class DeskSeedTest {
    @Test
    void sowsEveryTable(@Autowired Declarations declarations, @Autowired DataSource source, @Autowired Clock clock)
            throws Exception {
        declarations.submit(
                new Submission(
                        enough(VALLEBRUNE),
                        "WEB",
                        World.NATIONAL,
                        null,
                        UUID.randomUUID().toString(),
                        null),
                Viewer.guest());
        var told = new ByteArrayOutputStream();
        try (var connection = source.getConnection()) {
            new DeskSeed(DeskSeed.OPEN + 500, 3)
                    .sow(connection, clock.instant(), new PrintStream(told, true, StandardCharsets.UTF_8));
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("…")))
                .hasSizeGreaterThan(8)
                .noneMatch(line -> line.contains("… 0 in"));
    }
}
