package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good files after a bad night: bytes turned, cut, doubled, the same from the same seed. */
class FilePropertyTest {
    private static final int MUTATIONS = 400;

    @ParameterizedTest
    @CsvSource({"daily.json, DAILY_JSON", "etalab-utf8.csv, ETALAB", "etalab-latin1.csv, ETALAB", "sae.csv, SAE"})
    void aSpoiltFileIsReadOrRefusedNeverThrown(String name, StructureFormat format) throws IOException {
        var good = bytes(name);
        var random = new Random(20261124);
        for (int i = 0; i < MUTATIONS; i++) {
            var heard = new Heard();
            var whole = format.read(new ByteArrayInputStream(spoilt(good, random)), heard);
            assertThat(whole || !heard.rejections.isEmpty())
                    .as("%s, %d", name, i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"etalab-utf8.csv, ETALAB", "sae.csv, SAE"})
    void aLineThatIsSpoiltCostsNoOther(String name, StructureFormat format) throws IOException {
        var good = new Heard();
        format.read(new ByteArrayInputStream(bytes(name)), good);
        var lines = new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8).split("\n");
        for (int spoilt = 1; spoilt < lines.length; spoilt++) {
            var changed = lines.clone();
            changed[spoilt] = "\"" + changed[spoilt];
            var heard = new Heard();
            format.read(
                    new ByteArrayInputStream(
                            String.join("\n", changed).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    heard);
            assertThat(heard.entries.size()).isGreaterThanOrEqualTo(good.entries.size() - 1);
            assertThat(good.entries).containsAll(heard.entries);
        }
    }

    private static byte[] spoilt(byte[] good, Random random) {
        var bytes = good.clone();
        for (int turns = random.nextInt(6); turns > 0; turns--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        var from = random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> Arrays.copyOfRange(bytes, from, bytes.length);
            default -> bytes;
        };
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = FilePropertyTest.class.getResourceAsStream("/directory/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
