package org.beffroi.papers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.beffroi.papers.Paper;
import org.beffroi.papers.Paper.Fact;
import org.beffroi.papers.Paper.Facts;
import org.beffroi.papers.Paper.Heading;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Table;
import org.beffroi.papers.Paper.Words;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One paper, written twice: every word is in both, and nothing that was typed means anything. */
class PapersTest {
    private static final String NASTY = "<script>alert(1)</script> & **gras** | `rm -rf` \u202E 1. un\n- deux";

    private final Clerk clerk = new Clerk();

    private static Paper paper(int rows) {
        return new Paper(
                Locale.FRENCH,
                "Rapport d’incident BEF-2026-004821-K",
                "Établi le 25 nov. 2026 à 10 h 12, pour le centre.",
                "EXERCICE",
                List.of(
                        Part.of(
                                "Déclaré",
                                new Facts(List.of(
                                        Fact.of("Structure", "CH de Vallebrune"),
                                        Fact.of("Systèmes", "Dossier patient", "Œdème & imagerie"))),
                                new Words("Plus aucun poste.\nSauf un.\n\nEt encore : " + NASTY)),
                        Part.of(
                                "Chronologie",
                                new Heading("La nuit"),
                                new Table(
                                        List.of("Quand", "Quoi"),
                                        Collections.nCopies(rows, List.of("3 h 12", "Réseau coupé " + NASTY))))));
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyWordIsInThePdf() throws Exception {
        assertThat(words(clerk.pdf(paper(2))))
                .contains("Rapport d’incident BEF-2026-004821-K", "EXERCICE", "CH de Vallebrune", "Œdème & imagerie")
                .contains("<script>alert(1)</script> & **gras**", "Chronologie", "3 h 12", "1 / 1");
    }

    @Test
    void everyWordIsInTheMarkdownAndNoneOfThemMeansAnything() {
        var text = clerk.markdown(paper(1));
        assertThat(text).startsWith("**EXERCICE**\n\n# Rapport d’incident BEF-2026-004821-K\n");
        var node = Parser.builder().build().parse(text);
        var read = TextContentRenderer.builder().build().render(node);
        assertThat(read).contains("<script>alert(1)</script> & **gras**", "`rm -rf`", "CH de Vallebrune", "Sauf un.");
        assertThat(text).doesNotContain("\n- deux");
    }

    @Test
    void aLongTableHasItsHeadOnEachPage() throws Exception {
        try (var document = Loader.loadPDF(clerk.pdf(paper(120)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("Quand", "EXERCICE", "2 / ");
        }
    }

    /** By the reference implementation of the two standards, which ends its own process. */
    @Test
    void everybodyCanReadItAndItLasts(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("paper.pdf"), clerk.pdf(paper(60)));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var judge = Path.of("target", "verapdf", "greenfield-apps.jar");
        assertThat(judge)
                .as("the build puts it there; without a build tool: mvn process-test-resources")
                .exists();
        for (var flavour : List.of("ua1", "2a")) {
            var judging = new ProcessBuilder(
                            java,
                            "-cp",
                            judge.toString(),
                            "org.verapdf.apps.GreenfieldCliWrapper",
                            "--format",
                            "text",
                            "--flavour",
                            flavour,
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            var verdict = new String(judging.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verdict).as(flavour).contains("PASS").doesNotContain("FAIL");
        }
    }
}
