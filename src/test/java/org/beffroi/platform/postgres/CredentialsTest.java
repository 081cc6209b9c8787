package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path base;

    @Test
    void areReadAsTheyWereMadeAndAreForTheirOwnerOnly() throws IOException {
        Files.writeString(base.resolve("passwords.new"), "left over from a start that was cut off");
        var made = Credentials.make(base);
        assertThat(Credentials.read(base)).isEqualTo(made);
        assertThat(made.superuser()).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(made.application());
        assertThat(Files.getPosixFilePermissions(base.resolve("passwords")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysThatTheyAreMissingOrCutOffAndWhatToDo() throws IOException {
        for (var written : new String[] {null, "", "only-one\n"}) {
            Files.deleteIfExists(base.resolve("passwords"));
            if (written != null) {
                Files.writeString(base.resolve("passwords"), written);
            }
            assertThatExceptionOfType(PostgresTrouble.class)
                    .isThrownBy(() -> Credentials.read(base))
                    .withMessageContaining(base.resolve("passwords").toString())
                    .withMessageContaining("→ Put the file back from a backup");
        }
    }
}
