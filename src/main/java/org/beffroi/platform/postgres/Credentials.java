package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Random passwords in a file that only this process's account reads. Line 1: the superuser {@code postgres}, for repairs; line 2: the
 * application's role, which owns its database and nothing else. Letters, digits, {@code -} and {@code _} only: safe within SQL quotes.
 */
record Credentials(String superuser, String application) {
    private static final String FILE = "passwords";

    static Credentials make(Path base) throws IOException {
        Credentials made = new Credentials(random(), random());
        Path fresh = base.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, List.of(made.superuser, made.application));
        Folders.sync(fresh);
        Files.move(fresh, base.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    static Credentials read(Path base) throws IOException {
        Path file = base.resolve(FILE);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() < 2) {
            throw new PostgresTrouble(
                    "The database is there but its passwords are not: " + file + " is missing or cut off.",
                    "Put the file back from a backup of the data folder; without it the database cannot be opened.");
        }
        return new Credentials(lines.get(0), lines.get(1));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
