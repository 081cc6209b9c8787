package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Problem, then remedy, each on its line. */
class PostgresTroubleTest {
    private static final Path FOLDER = Path.of("/srv/beffroi");
    private static final Path LOG = Path.of("/srv/beffroi/postgresql/postgres.log");

    @ParameterizedTest
    @MethodSource
    void tellsEachFaultWithItsRemedy(PostgresTrouble trouble, String problem, String remedy) {
        var lines = String.valueOf(trouble.getMessage()).lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.getFirst()).contains(problem);
        assertThat(lines.getLast()).startsWith("  → ").contains(remedy);
    }

    static Stream<Arguments> tellsEachFaultWithItsRemedy() {
        return Stream.of(
                Arguments.of(of(new AccessDeniedException("/srv/beffroi")), "cannot be written by", "--data"),
                Arguments.of(of(fault("Read-only file system")), "cannot be written by", "--data"),
                Arguments.of(of(fault("No space left on device")), "is full", "Free at least 500 MB"),
                Arguments.of(
                        of(new IOException("odd")), "could not be started: java.io.IOException: odd", "postgres.log"),
                Arguments.of(said("FATAL: No space left on device"), "is full", "Nothing acknowledged is lost"),
                Arguments.of(
                        said(
                                "DETAIL: The data directory was initialized by PostgreSQL version 17, which is not compatible"),
                        "PostgreSQL did not start",
                        "another major version"),
                Arguments.of(said("could not map memory: Cannot allocate memory"), "did not start", "Free 400 MB"),
                Arguments.of(said("setpriv: Operation not permitted"), "did not start", "as a plain user"),
                Arguments.of(said("something else"), "did not start", LOG.toString()));
    }

    private static PostgresTrouble of(IOException fault) {
        return PostgresTrouble.of(FOLDER, fault);
    }

    private static FileSystemException fault(String reason) {
        return new FileSystemException("/srv/beffroi/x", null, reason);
    }

    private static PostgresTrouble said(String words) {
        return PostgresTrouble.fromLog(FOLDER, LOG, words);
    }
}
