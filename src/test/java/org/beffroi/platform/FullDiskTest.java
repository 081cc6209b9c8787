package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Collectors;
import org.beffroi.testing.Caller;
import org.beffroi.testing.Crowd;
import org.beffroi.testing.House;
import org.beffroi.testing.OwnServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database on a small disk of its own, which declarations fill to the last byte. */
class FullDiskTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int REFUSED_ENOUGH = 12;

    @TempDir
    Path parent;

    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(parent.resolve("disk"));
        assumeTrue(
                OwnServer.run("mount", "-t", "tmpfs", "-o", "size=260m", "tmpfs", disk.toString()),
                "Skipped: a small disk can be mounted by root only, and not in every container.");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void unmount() {
        OwnServer.run("umount", "--lazy", disk.toString());
    }

    @Test
    void refusesClearlyWhileFullLosesNothingAndGoesOnWhenSpaceIsFreed() throws Exception {
        try (var server = OwnServer.start(disk)) {
            House.of(server.context());
            var analyst = Caller.signedIn(server.address(), House.email("analyst"));
            var ballast = fill();
            var crowd = new Crowd(server.address(), incompressible());
            var declarants = crowd.declares(enough -> crowd.refused() >= 2 * REFUSED_ENOUGH);
            await().atMost(SOON).until(() -> crowd.refused() >= REFUSED_ENOUGH);
            assertThat(analyst.get("/incidents").statusCode())
                    .as("what is there can still be read")
                    .isEqualTo(200);

            // Ends the server that PostgreSQL itself ends when no room is left for its log.
            server.postgres().destroyForcibly();
            await().atMost(SOON).until(() -> crowd.refused() >= 2 * REFUSED_ENOUGH);

            Files.delete(ballast);
            for (var declarant : declarants) {
                declarant.join();
            }
            var kept = crowd.acknowledged();
            assertThat(kept).isNotEmpty();
            assertThat(new HashSet<>(kept.values())).hasSameSizeAs(kept.keySet());
            assertThat(server.count("declaration.declaration")).isEqualTo(kept.size());
            await().atMost(SOON).until(() -> analyst.get("/incidents").statusCode() == 200);
        }
    }

    /** All but a little, so that declarations meet the end themselves. */
    private Path fill() throws IOException {
        var ballast = disk.resolve("ballast");
        var piece = new byte[1 << 20];
        try (var file = Files.newOutputStream(ballast)) {
            for (var left = Files.getFileStore(disk).getUsableSpace() - (2 << 20); left > 0; left -= piece.length) {
                file.write(piece);
            }
        }
        return ballast;
    }

    private static String incompressible() {
        return new Random(7)
                .ints(18_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
