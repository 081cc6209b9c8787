package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why there is no database, in two lines for the operator: the problem, then what to do. */
public final class PostgresTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostgresTrouble(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public PostgresTrouble(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + System.lineSeparator() + "  → " + remedy, cause);
    }

    static PostgresTrouble of(Path folder, IOException fault) {
        String said =
                fault instanceof FileSystemException f && f.getReason() != null ? f.getReason() : fault.getMessage();
        if (said != null && said.contains("No space left")) {
            return diskFull(folder, fault);
        }
        if (fault instanceof AccessDeniedException || (said != null && said.contains("Read-only file system"))) {
            return new PostgresTrouble(
                    "The data folder " + folder + " cannot be written by " + System.getProperty("user.name") + ": "
                            + fault.getMessage(),
                    "Choose another folder with --data, or give this account its rights: chown -R "
                            + System.getProperty("user.name") + " " + folder,
                    fault);
        }
        if (fault instanceof FileAlreadyExistsException there) {
            return new PostgresTrouble(
                    there.getFile() + " is a file, and the data would need a folder of that name.",
                    "Choose another folder with --data.",
                    fault);
        }
        return new PostgresTrouble(
                "The database in " + folder + " could not be started: " + fault,
                "Look at " + folder.resolve("postgresql/postgres.log")
                        + ", or name another PostgreSQL with BEFFROI_DB_URL.",
                fault);
    }

    static PostgresTrouble diskFull(Path folder, @Nullable Throwable cause) {
        return new PostgresTrouble(
                "The disk of " + folder + " is full.",
                "Free at least 500 MB there, or choose a folder on another disk with --data. Nothing acknowledged is lost.",
                cause);
    }

    static PostgresTrouble withoutServer(Place place, String owner) {
        return new PostgresTrouble(
                "Beffroi runs on " + place.folder() + " (process " + owner + "), but its PostgreSQL does not.",
                "It is started again and again by itself; why that fails, say the log of that process and "
                        + place.log() + ". Mostly the disk is full: free at least 500 MB there.");
    }

    /** The server's own last words, with the remedy where we know one. */
    static PostgresTrouble fromLog(Path folder, Path log, String said) {
        if (said.contains("No space left on device")) {
            return diskFull(folder, null);
        }
        return new PostgresTrouble(
                "PostgreSQL did not start:" + System.lineSeparator() + said.strip(), remedy(said, log));
    }

    private static String remedy(String said, Path log) {
        if (said.contains("incompatible with server") || said.contains("was initialized by PostgreSQL version")) {
            return "The folder was made by another major version: run that version of Beffroi, or restore a backup into a new folder.";
        }
        if (said.contains("Cannot allocate memory")) {
            return "Free 400 MB of memory, or lower shared_buffers in postgresql.conf beside the data.";
        }
        if (said.contains("setpriv") || said.contains("Operation not permitted")) {
            return "This root may not change user (a container without SETUID and SETGID?): run Beffroi as a plain user instead.";
        }
        return "Look at " + log + ", or name another PostgreSQL with BEFFROI_DB_URL.";
    }
}
