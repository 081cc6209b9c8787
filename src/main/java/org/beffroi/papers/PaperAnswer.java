package org.beffroi.papers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as the answer to a request: to be saved, or looked at in a window of its own. */
public final class PaperAnswer {
    private PaperAnswer() {}

    /**
     * @param as {@code md} for Markdown; anything else is a PDF
     * @param name of the file, without its ending
     */
    public static ResponseEntity<byte[]> of(Papers papers, Paper paper, String as, String name) {
        var markdown = as.toLowerCase(Locale.ROOT).equals("md");
        return ResponseEntity.ok()
                .contentType(
                        markdown
                                ? new MediaType("text", "markdown", StandardCharsets.UTF_8)
                                : MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (markdown ? ".md" : ".pdf"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(markdown ? papers.markdown(paper).getBytes(StandardCharsets.UTF_8) : papers.pdf(paper));
    }
}
