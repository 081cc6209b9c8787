package org.beffroi.incident.domain;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown as paragraphs and lines of lists, each a plain text: it is set by the page like any other text, and no markup of a file or of an
 * import ever reaches a browser.
 */
public final class HelpText {
    private static final Parser PARSER = Parser.builder().build();

    private HelpText() {}

    /** @param item a line of a list */
    public record Block(boolean item, String text) {}

    public static List<Block> blocks(String markdown) {
        return blocks(PARSER.parse(markdown).getFirstChild());
    }

    /** Of this node and those after it. */
    private static List<Block> blocks(@org.jspecify.annotations.Nullable Node first) {
        var blocks = new ArrayList<Block>();
        for (var node = first; node != null; node = node.getNext()) {
            switch (node) {
                case BulletList list -> items(list, blocks);
                case OrderedList list -> items(list, blocks);
                case Paragraph paragraph -> blocks.add(new Block(false, text(paragraph)));
                case Heading heading -> blocks.add(new Block(false, text(heading)));
                default -> blocks.add(new Block(false, text(node)));
            }
        }
        return blocks.stream().filter(block -> !block.text().isBlank()).toList();
    }

    private static void items(Node list, List<Block> blocks) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                blocks.add(new Block(true, text(item)));
            }
        }
    }

    static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString().strip();
    }
}
