package org.beffroi.declaration.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code, drawn as one path of an SVG: no picture to fetch, no style, sharp on paper.
 *
 * @param side length of the drawing in modules, with the quiet zone of 4 around it that readers need (ISO/IEC 18004)
 * @param path data of an SVG path: the dark modules, one unit each
 */
public record QrCode(int side, String path) {
    private static final int QUIET = 4;

    /** Corrects 15 % of damage: a folded or badly printed sheet is still read. */
    static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(matrix.getWidth() + 2 * QUIET, path(matrix));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", tooLong);
        }
    }

    /** One stroke of the pen for each run of dark modules in a row. */
    private static String path(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                var run = run(matrix, x, y);
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET, y + QUIET, run, run));
                    x += run;
                }
            }
        }
        return path.toString();
    }

    private static int run(ByteMatrix matrix, int x, int y) {
        int length = 0;
        while (x + length < matrix.getWidth() && matrix.get(x + length, y) == 1) {
            length++;
        }
        return length;
    }
}
