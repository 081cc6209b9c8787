package org.beffroi.files.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the house's keys come from. */
class KeysTest {
    private static String key(int filled) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void oneIsMadeWhenItIsNeededAndNobodyElseReadsIt(@TempDir Path folder) throws Exception {
        var keys = new Keys("", folder);
        assertThat(keys.byId("0")).isEmpty();
        assertThat(folder.resolve("files.key")).doesNotExist();
        var made = keys.current();
        assertThat(Files.getPosixFilePermissions(folder.resolve("files.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new Keys("", folder).current().id()).isEqualTo(made.id());
        assertThat(new Keys("", folder).byId(made.id())).contains(made.secret());
    }

    @Test
    void theFirstOneLocksAndAllUnlock(@TempDir Path folder) {
        var old = new Keys(key(1), folder).current();
        var keys = new Keys(key(2) + ", " + key(1), folder);
        assertThat(keys.current().id()).isNotEqualTo(old.id());
        assertThat(keys.byId(old.id())).contains(old.secret());
        assertThat(folder.resolve("files.key")).doesNotExist();
    }

    @Test
    void oneThatIsTooShortStopsAndSaysWhere(@TempDir Path folder) {
        assertThatThrownBy(() -> new Keys("c2hvcnQ=", folder).current())
                .hasMessageContaining("BEFFROI_FILES_KEYS", "32");
    }
}
