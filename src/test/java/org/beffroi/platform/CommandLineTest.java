package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.beffroi.shared.Command;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final Path WORK = Path.of("/home/data");
    private static final Path DEMONSTRATION = Path.of("/home/data/demo");

    @Test
    void readsItsOwnOptionsAnywhereAndLeavesTheOthers() {
        var line = CommandLine.parse("token", "--port", "81", "make", "--days=1", "--data=/srv/x", "name");

        assertThat(line.words()).containsExactly("token", "make", "--days=1", "name");
        assertThat(line.option("port")).contains("81");
        assertThat(line.data(folder -> false)).isEqualTo(Path.of("/srv/x"));
    }

    @Test
    void keepsTheDemonstrationApartFromWork() {
        assertThat(data("run", Set.of(DEMONSTRATION))).isEqualTo(WORK);
        assertThat(data("demo", Set.of(WORK))).isEqualTo(DEMONSTRATION);
    }

    @Test
    void takesTheNamedFolderAsItIs() {
        assertThat(CommandLine.parse("demo", "--home=/home", "--data=/srv/x").data(folder -> true))
                .isEqualTo(Path.of("/srv/x"));
    }

    @Test
    void commandsFindTheDemonstrationOnlyWhenItIsAlone() {
        assertThat(data("doctor", Set.of())).isEqualTo(WORK);
        assertThat(data("doctor", Set.of(WORK, DEMONSTRATION))).isEqualTo(WORK);
        assertThat(data("doctor", Set.of(DEMONSTRATION))).isEqualTo(DEMONSTRATION);
    }

    private static Path data(String word, Set<Path> made) {
        return CommandLine.parse(word, "--home=/home").data(made::contains);
    }

    @Test
    void refusesAnOptionThatNobodyReads() {
        assertThatThrownBy(() -> CommandLine.parse("demo", "--prot", "8125").refuseWhatNobodyReads())
                .hasMessageContaining("--prot");
        CommandLine.parse("demo", "--port", "8125").refuseWhatNobodyReads();
        CommandLine.parse("token", "list").refuseWhatNobodyReads();
    }

    @Test
    void onlyWhatServesOrFillsADatabaseMayBeginOne() {
        for (var words : new String[][] {{}, {"run"}, {"demo"}, {"import", "structures", "x.csv"}, {"docs"}}) {
            assertThat(CommandLine.parse(words).mayBegin()).isTrue();
        }
        for (var words : new String[][] {{"doctor"}, {"token", "list"}, {"token", "make", "x"}, {"no-such"}}) {
            assertThat(CommandLine.parse(words).mayBegin()).isFalse();
        }
    }

    private record Named(String name, String help) implements Command {
        @Override
        public int run(List<String> arguments, PrintStream out) {
            return 0;
        }
    }

    @Test
    void asksBackWhatHalfACommandMeans() {
        var commands = List.<Command>of(
                new Named("import veris", "FILE [--world vcdb]   takes in incidents"),
                new Named("import structures", "FILE   takes in structures"),
                new Named("doctor", "looks"));
        assertThat(Launch.unknown(CommandLine.parse("import"), commands))
                .contains("import what? structures FILE or veris FILE [--world vcdb]");
        assertThat(Launch.unknown(CommandLine.parse("dance"), commands))
                .contains("There is no command «dance»", "doctor looks");
    }
}
