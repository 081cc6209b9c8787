package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.beffroi.Beffroi;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps it from starting is said in two lines, problem and remedy, and the shell learns that it failed. */
class StartUpTest {
    @TempDir
    Path parent;

    private String fails(Map<String, String> environment, String... arguments) throws Exception {
        var output = parent.resolve("output");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Beffroi.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("BEFFROI_DB_URL");
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isNotZero();
        assertThat(said).contains("  → ").doesNotContain("\tat ", "Exception");
        return said;
    }

    @Test
    void anOptionThatNobodyReads() throws Exception {
        assertThat(fails(Map.of(), "run", "--prot=81")).contains("«--prot=81»", "lists the commands");
    }

    @Test
    void aPortThatIsNone() throws Exception {
        assertThat(fails(Map.of(), "run", "--port=99999")).contains("«99999»");
        assertThat(fails(Map.of(), "demo", "--port=http")).contains("«http»");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(fails(Map.of(), "run", "--port=" + taken.getLocalPort(), "--data=" + parent.resolve("data")))
                    .contains("Port " + taken.getLocalPort() + " is taken", "--port");
        }
        assertThat(parent.resolve("data")).as("no database was made").doesNotExist();
    }

    @Test
    void aDataFolderThatIsAFile() throws Exception {
        var file = Files.createFile(parent.resolve("file"));
        assertThat(fails(Map.of(), "run", "--data=" + file)).contains(file.toString());
    }

    @Test
    void aDataFolderOfAnotherMajorVersion() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        var data = parent.resolve("data");
        EmbeddedPostgres.start(data).close();
        Files.writeString(data.resolve("postgresql/cluster/PG_VERSION"), "17\n");
        assertThat(fails(Map.of(), "run", "--data=" + data)).contains("version 17", "another major version");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        var nowhere = Map.of("BEFFROI_DB_URL", "jdbc:postgresql://127.0.0.1:1/x?password=hush");
        assertThat(fails(nowhere, "doctor"))
                .contains("does not answer", "unset BEFFROI_DB_URL")
                .doesNotContain("hush");
    }

    @Test
    void aDatabaseThatIsTooOld() throws Exception {
        try (var old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answerAsVersion14(old));
            var url = "jdbc:postgresql://127.0.0.1:" + old.getLocalPort() + "/x?sslmode=disable&gssEncMode=disable";
            assertThat(fails(Map.of("BEFFROI_DB_URL", url, "BEFFROI_DB_USER", "x"), "run"))
                    .contains("PostgreSQL 14 answers", "15 to 18");
        }
    }

    /** As much of its protocol (version 3) as a client needs to learn its version. */
    private static void answerAsVersion14(ServerSocket server) {
        try (Socket client = server.accept();
                var in = new DataInputStream(client.getInputStream());
                var out = new DataOutputStream(client.getOutputStream())) {
            in.skipNBytes(in.readInt() - 4L);
            say(out, 'R', new byte[4]);
            for (var parameter : Map.of(
                            "server_version", "14.9",
                            "server_encoding", "UTF8",
                            "client_encoding", "UTF8",
                            "integer_datetimes", "on",
                            "standard_conforming_strings", "on",
                            "TimeZone", "UTC",
                            "DateStyle", "ISO, MDY")
                    .entrySet()) {
                say(
                        out,
                        'S',
                        (parameter.getKey() + "\0" + parameter.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            say(out, 'Z', new byte[] {'I'});
            while (answers(in.readByte(), out)) {
                in.skipNBytes(in.readInt() - 4L);
            }
        } catch (IOException gone) {
            // The client has learnt enough.
        }
    }

    /** @return whether this kind of message is known */
    private static boolean answers(int kind, DataOutputStream out) throws IOException {
        switch (kind) {
            case 'P' -> say(out, '1', new byte[0]);
            case 'B' -> say(out, '2', new byte[0]);
            case 'D' -> say(out, 'n', new byte[0]);
            case 'E' -> say(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
            case 'Q' -> {
                say(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                say(out, 'Z', new byte[] {'I'});
            }
            case 'S' -> say(out, 'Z', new byte[] {'I'});
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void say(DataOutputStream out, char kind, byte[] body) throws IOException {
        out.writeByte(kind);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
    }
}
