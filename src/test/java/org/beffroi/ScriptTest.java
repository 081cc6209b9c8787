package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.beffroi.testing.OwnServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./beffroi} in a folder with blanks and accents, on a machine that lacks something: what is missing, and how to get it. */
class ScriptTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "readlink",
            "dirname",
            "realpath",
            "mkdir",
            "find",
            "flock",
            "grep",
            "head",
            "touch",
            "rm",
            "mv",
            "cat");

    @TempDir
    Path parent;

    private Path script;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void aFolderWithBlanksAndAccents() throws IOException {
        script = Files.createDirectories(parent.resolve("Dossier été")).resolve("beffroi");
        Files.copy(Path.of("beffroi"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(script.resolveSibling("pom.xml"), "<project/>");
        Files.createDirectories(script.resolveSibling("src/main"));
    }

    private Said run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        return execute(command, environment);
    }

    private Said execute(List<String> command, Map<String, String> environment) throws Exception {
        var out = parent.resolve("out");
        var err = parent.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void listsItsCommandsWhenAlone() throws Exception {
        var said = run(Map.of());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("demo ", "doctor ", "check ", "BEFFROI_DB_URL");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | no command «dance»",
                "run --port | --port wants a value",
                "run --port=http | «http»",
                "run --port 70000 | «70000»",
                "run --port= | «»",
                "demo --data | --data wants a value"
            })
    void saysWhatIsWrongWithWhatWasTyped(String typed, String problem) throws Exception {
        var said = run(Map.of(), typed.split(" "));
        assertThat(said.code()).isOne();
        assertThat(said.err()).contains("beffroi: ", problem, "  → ").doesNotContain("line ");
    }

    @Test
    void saysThatMavenIsMissingAndHowToGetIt() throws Exception {
        var said = run(Map.of("PATH", tools(), "JAVA_HOME", System.getProperty("java.home")), "doctor");
        assertThat(said.code()).isNotZero();
        assertThat(said.err())
                .contains("Maven is needed to build", "  → apt-get install maven")
                .doesNotContain("line ");
    }

    /** Where it is always looked for, an empty folder is laid over it, for this process alone. */
    @Test
    void saysThatAJdkIsMissingAndHowToGetIt() throws Exception {
        var hidden = "mount -t tmpfs none /usr/lib/jvm && mount -t tmpfs none /opt && mount -t tmpfs none /usr/local";
        assumeTrue(
                OwnServer.run("unshare", "-m", "sh", "-c", hidden),
                "Skipped: only root may hide the JDKs of this machine, and not in every container.");
        var said = execute(
                List.of("unshare", "-m", "sh", "-c", hidden + " && exec \"$0\" doctor", script.toString()),
                Map.of("JAVA_HOME", "", "HOME", parent.toString(), "PATH", "/usr/bin:/bin"));
        assertThat(said.code()).isOne();
        assertThat(said.err())
                .contains("no JDK 25 was found", "  → apt-get install openjdk-25-jdk", "Temurin 25", "JAVA_HOME");
    }

    private String tools() throws IOException {
        var folder = Files.createDirectories(parent.resolve("tools"));
        for (var tool : TOOLS) {
            var real = List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(folder.resolve(tool), real);
        }
        return folder.toString();
    }
}
