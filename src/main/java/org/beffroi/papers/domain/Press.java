package org.beffroi.papers.domain;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Objects;

/** Prints a page of markup as a PDF, with fonts and colours of its own: it fetches nothing from anywhere. */
final class Press {
    private static final String FAMILY = "Noto Sans";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    byte[] print(String markup) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(COLOURS);
        builder.useFont(
                () -> font("NotoSans-Regular"),
                FAMILY,
                400,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT));
        builder.useFont(
                () -> font("NotoSans-Bold"), FAMILY, 700, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.DOCUMENT));
        builder.useUriResolver((base, address) -> null);
        builder.withProducer("Beffroi");
        builder.withHtmlContent(markup, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper cannot be printed", e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Press.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
