package org.beffroi.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one vocabulary: line 1 is {@code # edition=…; source=…}, line 2 is {@code code,en,fr[,attributes…]}, then one term a line.
 * Every fault is added to the list with file and line, and reading goes on.
 */
final class VocabularyFile {
    private static final Pattern HEAD = Pattern.compile("# edition=(\\S[^;]*); source=(\\S.*)");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)*");
    private static final List<String> COLUMNS = List.of("code", "en", "fr");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();

    private final String file;
    private final List<String> faults;
    private final Map<String, Long> seen = new HashMap<>();

    VocabularyFile(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    Vocabulary read(Reader text) throws IOException {
        var lines = new BufferedReader(text);
        var head = HEAD.matcher(String.valueOf(lines.readLine()));
        var known = head.matches();
        if (!known) {
            fault(1, "the first line is not «# edition=…; source=…»");
        }
        return new Vocabulary(
                file.replaceFirst("\\.csv$", ""), known ? head.group(1) : "", known ? head.group(2) : "", terms(lines));
    }

    private List<Term> terms(Reader lines) throws IOException {
        var terms = new ArrayList<Term>();
        try (var parser = CSVParser.parse(lines, FORMAT)) {
            @Nullable List<String> columns = null;
            for (var row : parser) {
                // The parser has not seen line 1.
                var line = parser.getCurrentLineNumber() + 1;
                if (columns == null) {
                    columns = columns(row, line);
                } else if (row.size() != columns.size()) {
                    fault(line, "%d values under %d columns".formatted(row.size(), columns.size()));
                } else {
                    terms.add(term(row, columns, line));
                }
            }
            if (parser.getRecordNumber() < 2) {
                fault(parser.getCurrentLineNumber() + 1, "no term");
            }
        }
        return terms;
    }

    private List<String> columns(CSVRecord row, long line) {
        var columns = row.toList();
        if (columns.size() < 3 || !columns.subList(0, 3).equals(COLUMNS)) {
            fault(line, "the columns do not start with code,en,fr");
        }
        return columns;
    }

    private Term term(CSVRecord row, List<String> columns, long line) {
        var code = row.get(0);
        if (!CODE.matcher(code).matches()) {
            fault(line, "bad code «%s»".formatted(code));
        }
        var before = seen.putIfAbsent(code, line);
        if (before != null) {
            fault(line, "code %s is already on line %d".formatted(code, before));
        }
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            var value = row.get(i);
            if (!value.equals(value.strip())) {
                fault(line, "blanks around «%s»".formatted(value));
            }
            if (i > 2 && !value.isEmpty()) {
                attributes.put(columns.get(i), value);
            }
        }
        return new Term(code, worded(row, 1, line), worded(row, 2, line), attributes);
    }

    private String worded(CSVRecord row, int column, long line) {
        var words = row.get(column);
        if (words.isBlank()) {
            fault(line, "%s has no %s".formatted(row.get(0), column == 1 ? "English" : "French"));
        }
        return words;
    }

    private void fault(long line, String what) {
        faults.add("taxonomy/%s, line %d: %s".formatted(file, line, what));
    }
}
