package org.beffroi.directory.domain;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;

/** Splits one line at its semicolons. The official files quote at their pleasure, so text after a closing quote is let pass. */
final class CsvLine {
    private static final CSVFormat SEMICOLONS = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setTrailingData(true)
            .setIgnoreEmptyLines(false)
            .get();

    private CsvLine() {}

    static Fields split(String line) throws Rejected {
        if (line.indexOf('"') < 0) {
            return new Fields(List.of(line.split(";", -1)));
        }
        try (var parser = SEMICOLONS.parse(new StringReader(line))) {
            return new Fields(parser.iterator().next().toList());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Rejected(Reason.WRONG_COLUMNS, "a quotation mark is opened and not closed");
        }
    }
}
