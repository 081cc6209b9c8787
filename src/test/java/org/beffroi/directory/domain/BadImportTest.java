package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.beffroi.directory.Finess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they arrive from bad lines, bad disks and bad days: a clear refusal each, and all that is good is kept. */
class BadImportTest {
    private static final Register REGISTER = new Register();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void empty() {
        REGISTER.empty();
    }

    @Test
    void keepsTheLinesBeforeAndAfterABadOne() throws IOException {
        var bad = change(text("sae.csv"), "990000028;", "990000029;");
        assertThat(take(bad)).isOne();
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(2, 0, 0, 1));
        assertThat(REGISTER.reasons()).containsExactly("WRONG_KEY");
        assertThat(REGISTER.printed()).contains("line 3, 990000029").contains("should end with 8");
    }

    @Test
    void namesEachReason() throws IOException {
        var line = text("sae.csv").split("\n")[2];
        var lines = String.join(
                "\n",
                text("sae.csv").split("\n")[0],
                change(line, "990000028", "99000002"),
                change(line, "990900029", "990900020"),
                change(line, "CLINIQUE DU SACRÉ-CŒUR", " "),
                change(line, ";365;", ";9X9;"),
                change(line, ";53;Bretagne;35;", ";53;Bretagne;96;"),
                change(line, ";80;0;", ";eighty;0;"),
                line + ";1;2;3",
                change(line, "CLINIQUE", "\"CLINIQUE"),
                "x".repeat(70_000),
                line,
                "");
        assertThat(take(lines)).isOne();
        assertThat(REGISTER.reasons())
                .containsExactly(
                        "NOT_A_NUMBER",
                        "WRONG_KEY",
                        "NO_NAME",
                        "UNKNOWN_CATEGORY",
                        "UNKNOWN_DEPARTMENT",
                        "WRONG_VALUE",
                        "WRONG_COLUMNS",
                        "WRONG_COLUMNS",
                        "TOO_LONG");
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(1, 0, 0, 9));
    }

    @Test
    void refusesALineOfBrokenUtf8AndReadsOn() throws IOException {
        var bytes = text("sae.csv").replace("SACRÉ", "SACR#").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("SACR#") + 4] = (byte) 0xC9;
        assertThat(take(bytes)).isOne();
        assertThat(REGISTER.reasons()).containsExactly("BROKEN_TEXT");
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(2, 0, 0, 1));
    }

    @Test
    void refusesBrokenTextInJsonForThatSiteOnly() throws IOException {
        var bytes = text("daily.json").replace("MATERNITE", "MATERNIT#").getBytes(StandardCharsets.UTF_8);
        var asLatin = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = asLatin.indexOf("MATERNIT#"); at >= 0; at = asLatin.indexOf("MATERNIT#", at + 1)) {
            bytes[at + 8] = (byte) 0xFF;
        }
        assertThat(take(bytes)).isOne();
        assertThat(REGISTER.reasons()).containsExactly("BROKEN_TEXT");
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3, 0, 0, 1));
    }

    @Test
    void saysThatTheLastLineIsHalf() throws IOException {
        var text = text("etalab-utf8.csv");
        assertThat(take(text.substring(0, text.indexOf("LABO")))).isOne();
        assertThat(REGISTER.reasons()).containsExactly("CUT_OFF");
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(2, 0, 0, 1));
    }

    @Test
    void keepsWhatATruncatedArchiveStillHolds() throws IOException {
        var lines = new StringBuilder(text("sae.csv").split("\n")[0]).append('\n');
        var random = new Random(20261122);
        for (int i = 0; i < 3_000; i++) {
            var finess = Finess.withKey("991%05d".formatted(i));
            lines.append(change(text("sae.csv").split("\n")[1], "990000010", finess.value())
                            .replace("DES ESSAIS", "DES ESSAIS " + random.nextInt()))
                    .append('\n');
        }
        var whole = compress(lines.toString());
        assertThat(take(Arrays.copyOf(whole, whole.length / 2))).isOne();
        assertThat(REGISTER.reasons()).contains("CUT_OFF");
        assertThat(REGISTER.lastTally().taken()).isBetween(1_000L, 2_000L);
        assertThat(REGISTER.printed()).contains("Not read to its end");
        take(whole);
        assertThat(REGISTER.lastTally().taken() + REGISTER.lastTally().unchanged())
                .isEqualTo(3_000);
    }

    @Test
    void keepsTheEntitiesBeforeTheCutInJson() throws IOException {
        var text = text("daily.json");
        assertThat(take(text.substring(0, text.indexOf("ASSOCIATION DES CHENES"))))
                .isOne();
        assertThat(REGISTER.reasons()).containsExactly("CUT_OFF");
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3, 0, 0, 1));
        assertThat(REGISTER.structure("990000010").ght()).isEqualTo("Val d’Essai");
    }

    @Test
    void saysWhereJsonIsNone() throws IOException {
        assertThat(take(change(text("daily.json"), "\"ASSOCIATION DES PINS\"", "ASSOCIATION DES PINS")))
                .isOne();
        assertThat(REGISTER.reasons()).containsExactly("UNREADABLE");
        assertThat(REGISTER.lastTally().taken()).isEqualTo(3);
        assertThat(take("{\"gcc\": [], \"other\": [1, 2]}")).isOne();
        assertThat(REGISTER.printed()).contains("JSON without the list pmej");
    }

    @Test
    void refusesAFileOfAnotherFormat() throws IOException {
        assertThat(take("<html>404</html>")).isOne();
        assertThat(REGISTER.reasons()).containsExactly("UNKNOWN_FORMAT");
        assertThat(REGISTER.printed()).contains("structureet;…");
        assertThat(take("")).isOne();
        assertThat(take(new byte[] {0x1f, (byte) 0x8b, 8, 0})).isOne();
        assertThat(REGISTER.printed()).contains("broken");
    }

    @Test
    void refusesASurveyWithoutItsColumns() throws IOException {
        assertThat(take("finess_et;raison_sociale\n990000010;CH\n")).isOne();
        assertThat(REGISTER.reasons()).containsExactly("WRONG_COLUMNS");
        assertThat(REGISTER.printed()).contains("missing: finess_ej");
    }

    @Test
    void refusesAPlaceThatCannotBe() throws IOException {
        assertThat(take(change(text("etalab-utf8.csv"), ";941342.52;", ";1e308;")))
                .isOne();
        assertThat(take(change(text("etalab-utf8.csv"), "UTM_S40", "UTM_X99"))).isOne();
        assertThat(REGISTER.printed()).contains("no known projection");
        assertThat(REGISTER.directory.search("valbourg", 5)).hasSize(1);
    }

    private int take(String text) throws IOException {
        return take(text.getBytes(StandardCharsets.UTF_8));
    }

    private int take(byte[] bytes) throws IOException {
        return REGISTER.take(Files.write(folder.resolve("file.dat"), bytes));
    }

    private static String text(String sample) throws IOException {
        return Files.readString(Path.of("src/test/resources/directory", sample));
    }

    private static String change(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static byte[] compress(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void namesNoLineOfAFileThatIsNoneOfOurs() throws IOException {
        assertThat(take("name,town\nA,B\n")).isOne();
        assertThat(REGISTER.printed())
                .contains("  none of the known formats (expected")
                .doesNotContain("line 0");
    }
}
