package org.beffroi.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paper before it is written: words in its reader's language, in order. All of it is text; nothing in it is markup, whoever typed it.
 *
 * @param about the sentence under the title: what it is, of when, for whom
 * @param mark stands at the head of each page: an exercise, a draft, for whose eyes; null: nothing
 */
public record Paper(
        Locale locale, String title, String about, @Nullable String mark, List<Part> parts) {
    public Paper {
        parts = List.copyOf(parts);
    }

    /** A heading and what stands under it. */
    public record Part(String heading, List<Block> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }

        public static Part of(String heading, Block... blocks) {
            return new Part(heading, Arrays.asList(blocks));
        }
    }

    /** What stands under a heading. */
    public sealed interface Block {}

    /** Paragraphs, as they were typed: their line ends are kept. */
    public record Words(String text) implements Block {}

    /** A heading of the second order. */
    public record Heading(String text) implements Block {}

    /** Names, each with what is said of it. */
    public record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    public record Fact(String name, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }

        public static Fact of(String name, String... values) {
            return new Fact(name, Arrays.asList(values));
        }
    }

    /** Rows under named columns; each row has as many cells. */
    public record Table(List<String> head, List<List<String>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
