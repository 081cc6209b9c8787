package org.beffroi.papers.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.papers.Paper;
import org.unbescape.xml.XmlEscape;

/** A paper as a page of XHTML with its own sheet of CSS 2.1, for the press alone. */
final class Markup {
    /** Characters that the fonts have; whatever else was typed becomes a white square, which says that something stood there. */
    private static final String STRANGE =
            "[^\\u0020-\\u052F\\u1E00-\\u1FFF\\u2000-\\u206F\\u2070-\\u20CF\\u2100-\\u214F\\uFB00-\\uFB06\\n]";

    private static final String SHEET = """
            @page { size: A4; margin: 22mm 18mm 20mm;
              @top-left { content: element(mark); }
              @bottom-left { content: element(foot); }
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Noto Sans"; color: #3a4257; } }
            body { font: 9.5pt/1.45 "Noto Sans"; color: #16203a; margin: 0; }
            .mark { position: running(mark); font-size: 9pt; font-weight: bold; color: #7d5106; }
            .foot { position: running(foot); font-size: 8pt; color: #3a4257; }
            h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; }
            .about { color: #3a4257; margin: 0 0 6mm; }
            h2 { font-size: 12.5pt; margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.6pt solid #b89a58; page-break-after: avoid; }
            h3 { font-size: 10pt; margin: 4mm 0 1mm; page-break-after: avoid; }
            p { margin: 0 0 2.5mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; margin: 0 0 3mm; }
            th, td { text-align: left; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.4pt solid #d8d1c1; }
            td { word-wrap: break-word; }
            th { font-weight: bold; }
            .facts th { width: 34%; font-weight: bold; color: #3a4257; }
            tr { page-break-inside: avoid; }
            """;

    private final StringBuilder page = new StringBuilder();

    private Markup() {}

    static String of(Paper paper) {
        var markup = new Markup();
        markup.head(paper);
        paper.parts().forEach(markup::part);
        markup.page.append("</body></html>");
        return markup.page.toString();
    }

    private void head(Paper paper) {
        page.append("<html lang=\"")
                .append(paper.locale().getLanguage())
                .append("\"><head><title>")
                .append(said(paper.title()))
                .append("</title><meta name=\"subject\" content=\"")
                .append(said(paper.about()))
                .append("\"/><meta name=\"description\" content=\"")
                .append(said(paper.about()))
                .append("\"/><meta name=\"author\" content=\"Beffroi\"/><style>")
                .append(SHEET)
                .append("</style></head><body>");
        if (paper.mark() != null) {
            line("div class=\"mark\"", paper.mark());
        }
        line("div class=\"foot\"", paper.title());
        line("h1", paper.title());
        line("p class=\"about\"", paper.about());
    }

    private void part(Paper.Part part) {
        line("h2", part.heading());
        for (var block : part.blocks()) {
            switch (block) {
                case Paper.Words words ->
                    Arrays.stream(words.text().strip().split("\\n\\s*\\n"))
                            .forEach(text -> page.append("<p>")
                                    .append(said(text).replace("\n", "<br/>"))
                                    .append("</p>"));
                case Paper.Heading heading -> line("h3", heading.text());
                case Paper.Facts facts -> facts(facts.facts());
                case Paper.Table table -> table(table);
            }
        }
    }

    private void facts(List<Paper.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        page.append("<table class=\"facts\"><tbody>");
        for (var fact : facts) {
            page.append("<tr><th scope=\"row\">")
                    .append(said(fact.name()))
                    .append("</th><td>")
                    .append(fact.values().stream()
                            .map(value -> said(value).replace("\n", "<br/>"))
                            .collect(Collectors.joining("<br/>")))
                    .append("</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private void table(Paper.Table table) {
        page.append("<table><thead><tr>");
        table.head().forEach(name -> line("th scope=\"col\"", name));
        page.append("</tr></thead><tbody>");
        for (var row : table.rows()) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>")
                    .append(said(cell).replace("\n", "<br/>"))
                    .append("</td>"));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private void line(String element, String text) {
        page.append('<')
                .append(element)
                .append('>')
                .append(said(text))
                .append("</")
                .append(element.replaceFirst(" .*", ""))
                .append('>');
    }

    private static String said(String text) {
        return XmlEscape.escapeXml10(text.replaceAll(STRANGE, "\u25A1").strip());
    }
}
