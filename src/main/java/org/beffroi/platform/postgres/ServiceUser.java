package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs the server. PostgreSQL refuses root; root hands it to an account without rights, for good: no capability, no group, no way
 * back. Anyone else runs it as himself.
 *
 * @param switched whether this process must change user first
 */
record ServiceUser(String name, int uid, int gid, boolean switched) {
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");
    private static final Duration SHORT = Duration.ofSeconds(20);

    /** @param cluster where it exists, its owner goes on running it */
    static ServiceUser of(Path cluster) throws IOException {
        int own = number(Path.of("/proc/self"), "unix:uid");
        if (own != 0) {
            return new ServiceUser(
                    System.getProperty("user.name"), own, number(Path.of("/proc/self"), "unix:gid"), false);
        }
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv")) && !Files.isExecutable(Path.of("/bin/setpriv"))) {
            throw new PostgresTrouble(
                    "PostgreSQL refuses to run as root, and setpriv, which would change user, is missing.",
                    "apt-get install util-linux, or run Beffroi as a plain user, or name another PostgreSQL with BEFFROI_DB_URL.");
        }
        if (Files.isDirectory(cluster) && number(cluster, "unix:uid") != 0) {
            int uid = number(cluster, "unix:uid");
            return new ServiceUser(Files.getOwner(cluster).getName(), uid, number(cluster, "unix:gid"), true);
        }
        return candidate();
    }

    private static ServiceUser candidate() throws IOException {
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        for (String name : ACCOUNTS) {
            for (String line : accounts) {
                String[] fields = line.split(":", -1);
                if (fields[0].equals(name)) {
                    return new ServiceUser(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true);
                }
            }
        }
        throw new PostgresTrouble(
                "PostgreSQL refuses to run as root, and neither the account postgres nor nobody exists.",
                "useradd --system postgres, or run Beffroi as a plain user.");
    }

    List<String> command(List<String> program) {
        if (!switched) {
            return program;
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid));
        command.addAll(List.of("--clear-groups", "--no-new-privs", "--inh-caps=-all"));
        command.addAll(program);
        return command;
    }

    Program run(List<String> program, Duration limit) throws IOException {
        return Program.run(command(program), limit);
    }

    /** Asked of the kernel, since a parent anywhere above may be closed. */
    boolean canEnter(Path folder) throws IOException {
        Program test = run(List.of("test", "-x", folder.toString()), SHORT);
        if (test.said().contains("setpriv")) {
            throw PostgresTrouble.fromLog(folder, folder, test.said());
        }
        return !test.failed();
    }

    void own(Path path) throws IOException {
        if (switched) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    private static int number(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, attribute);
    }
}
