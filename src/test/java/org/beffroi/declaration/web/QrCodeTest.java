package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.beffroi.shared.PublicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int SCALE = 4;
    private static final String LINK =
            "https://declaration.example.org/follow/AZKw6f3WcoGvY0Gk8nX2kQqkJtC1xW7yq0Q4uC9s2bEd";

    /** As a browser paints it: black on white. */
    private static int[] paint(QrCode code) {
        var side = code.side() * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            var x = Integer.parseInt(runs.group(1)) * SCALE;
            var y = Integer.parseInt(runs.group(2)) * SCALE;
            var length = Integer.parseInt(runs.group(3)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + length, 0);
            }
        }
        return pixels;
    }

    private static String read(int[] pixels, int side) throws Exception {
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(image, Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }

    @Test
    void isReadBackAsTheLinkThatItHolds() throws Exception {
        var code = QrCode.of(LINK);
        assertThat(read(paint(code), code.side() * SCALE)).isEqualTo(LINK);
    }

    @Test
    void isReadThoughPartOfItIsStained() throws Exception {
        var code = QrCode.of(LINK);
        var side = code.side() * SCALE;
        var pixels = paint(code);
        for (int y = side / 2; y < side / 2 + 5 * SCALE; y++) {
            Arrays.fill(pixels, y * side + side / 2, y * side + side / 2 + 5 * SCALE, 0);
        }
        assertThat(read(pixels, side)).isEqualTo(LINK);
    }

    @Test
    void keepsTheQuietZoneThatReadersNeed() {
        var code = QrCode.of(LINK);
        assertThat(RUN.matcher(code.path()).results()).isNotEmpty().allSatisfy(run -> {
            assertThat(Integer.parseInt(run.group(1))).isGreaterThanOrEqualTo(4);
            assertThat(Integer.parseInt(run.group(2))).isBetween(4, code.side() - 5);
            assertThat(Integer.parseInt(run.group(1)) + Integer.parseInt(run.group(3)))
                    .isLessThanOrEqualTo(code.side() - 4);
        });
        assertThat(RUN.matcher(code.path()).replaceAll(""))
                .as("nothing but runs")
                .isEmpty();
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000 characters");
    }

    @ParameterizedTest
    @CsvSource({"2026, 4821, '004 821'", "2026, 1, '000 001'", "2031, 1234567, '1 234 567'"})
    void saysAReferenceInGroupsWithItsLetterAsAWord(int year, long number, String digits) {
        var reference = new PublicReference(year, number);
        var letter = reference.toString().substring(reference.toString().length() - 1);
        assertThat(Aloud.said(reference)).startsWith("B E F, " + year + ", " + digits + ", " + letter + " (" + letter);
    }
}
