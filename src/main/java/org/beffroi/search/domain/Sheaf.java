package org.beffroi.search.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;

/**
 * The words of one view on a declaration's texts, in parts that PostgreSQL can hold: a tsvector counts 16,383 places, of which each word takes one in
 * each of three dictionaries, and is no longer than 1 MB.
 */
final class Sheaf {
    /** Words of a part. */
    static final int MOST = 5_000;

    /** Bytes of a part. */
    static final int LARGEST = 150_000;

    /** Stands between two texts, so that nothing is found that begins in one and goes on in the next. */
    static final String BREAK = "0break0";

    private Sheaf() {}

    /**
     * A row of the index.
     *
     * @param part from 0
     * @param names words of names, one blank between; they are found as they are, too
     * @param words all of them
     */
    record Row(Entry entry, View view, int part, List<String> marks, String names, List<String> words) {}

    /** Of each view that holds anything. */
    static List<Row> rows(Entry entry, Collection<SearchText> texts) {
        var rows = new ArrayList<Row>();
        for (var view : View.values()) {
            var names = new ArrayList<String>();
            var words = new ArrayList<String>();
            for (var text : texts) {
                if (view.holds(text.kind())) {
                    var folded = Words.folded(Words.of(text.text()));
                    if (text.kind() == Kind.NAME) {
                        names.addAll(folded);
                    }
                    words.addAll(folded);
                    words.add(BREAK);
                }
            }
            var marks = Marks.of(view, entry);
            int part = 0;
            for (var piece : pieces(words)) {
                rows.add(new Row(entry, view, part, marks, part == 0 ? Words.joined(names) : "", piece));
                part++;
            }
        }
        return rows;
    }

    private static List<List<String>> pieces(List<String> words) {
        var pieces = new ArrayList<List<String>>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < words.size(); i++) {
            int more = words.get(i).getBytes(StandardCharsets.UTF_8).length;
            if (i - start == MOST || bytes + more > LARGEST) {
                pieces.add(words.subList(start, i));
                start = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (start < words.size()) {
            pieces.add(words.subList(start, words.size()));
        }
        return pieces;
    }
}
