package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path parent;

    @Test
    void makesMissingParentsWithTheGivenRightsAndLeavesTheOthersAlone() throws IOException {
        var there = Files.createDirectory(
                parent.resolve("there"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Folders.make(there.resolve("été/deux mots"), "rwx--x--x");
        assertThat(rights(there)).isEqualTo("rwx------");
        assertThat(rights(there.resolve("été"))).isEqualTo("rwx--x--x");
        assertThat(rights(there.resolve("été/deux mots"))).isEqualTo("rwx--x--x");
    }

    @Test
    void makesNoFolderWhereAFileIs() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> Folders.make(file, "rwx------")).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void deletesATreeWholeAndNothingWhereNothingIs() throws IOException {
        var tree = parent.resolve("tree");
        Folders.make(tree.resolve("a/b"), "rwx------");
        Files.writeString(tree.resolve("a/b/c"), "x");
        Folders.deleteTree(tree);
        assertThat(tree).doesNotExist();
        Folders.deleteTree(tree);
    }

    @Test
    void syncsFilesAndFoldersAndSaysWhenThereAreNone() throws IOException {
        Folders.sync(Files.createFile(parent.resolve("file")));
        Folders.sync(parent);
        assertThatThrownBy(() -> Folders.sync(parent.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
