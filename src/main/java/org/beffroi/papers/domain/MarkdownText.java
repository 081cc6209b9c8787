package org.beffroi.papers.domain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beffroi.papers.Paper;

/** A paper as CommonMark. What was typed stands there as it was typed, and means nothing. */
final class MarkdownText {
    private static final Pattern MEANING = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~!])");
    /** At the beginning of a line these mean a list, a quotation or a rule. */
    private static final Pattern BEGINNING = Pattern.compile("(?m)^(\\s*)([-+=]|\\d+[.)])");

    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    static String of(Paper paper) {
        var written = new MarkdownText();
        if (paper.mark() != null) {
            written.line("**" + said(paper.mark()) + "**");
        }
        written.line("# " + said(paper.title()));
        written.line(said(paper.about()));
        paper.parts().forEach(written::part);
        return written.text.toString().strip() + "\n";
    }

    private void part(Paper.Part part) {
        line("## " + said(part.heading()));
        for (var block : part.blocks()) {
            switch (block) {
                case Paper.Words words -> line(said(words.text()).replaceAll("(?<!\n)\n(?!\n)", "\\\\\n"));
                case Paper.Heading heading -> line("### " + said(heading.text()));
                case Paper.Facts facts ->
                    line(facts.facts().stream()
                            .map(fact -> "- **" + said(fact.name()) + "**: " + cell(String.join("; ", fact.values())))
                            .collect(Collectors.joining("\n")));
                case Paper.Table table -> table(table);
            }
        }
    }

    private void table(Paper.Table table) {
        var lines = new StringBuilder(row(table.head()));
        lines.append("|").append(" --- |".repeat(table.head().size())).append('\n');
        table.rows().forEach(row -> lines.append(row(row)));
        line(lines.toString());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** On one line. */
    private static String cell(String typed) {
        return said(typed).replaceAll("\\s*\n\\s*", " ");
    }

    private void line(String line) {
        text.append(line.strip()).append("\n\n");
    }

    private static String said(String typed) {
        return BEGINNING
                .matcher(MEANING.matcher(typed.strip()).replaceAll("\\\\$1"))
                .replaceAll("$1\\\\$2");
    }
}
