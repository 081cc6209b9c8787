package org.beffroi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Alone with those that it may use. */
@ModuleTest
class FilesModuleTest {
    @Autowired
    Files files;

    @Test
    void keepsAFile() {
        var id = files.announce("note.txt", "text/plain", 4);
        assertThat(files.append(id, 0, new byte[] {1, 2, 3, 4}).readable()).isTrue();
        assertThat(files.of(List.of(id))).containsOnlyKeys(id);
    }
}
