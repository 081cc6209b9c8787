package org.beffroi.directory.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Position;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The register's open data until 2026 (etalab-cs1100502-stock, and -cs1100507 with places): a line {@code structureet;} per open site in 32
 * positions, then, in the second, a line {@code geolocalisation;} per site. The last position is often missing. It names legal entities by
 * number only, knows no closures (a site that is missing may have closed, or the file may be cut), and gives the legal status of few.
 */
final class EtalabFile extends LineFile {
    private static final int LEAST_COLUMNS = 31;
    private static final int MOST_COLUMNS = 33;
    private static final Pattern DELIVERY = Pattern.compile("([0-9]{5}) +(.*?)(?: CEDEX(?: [0-9]+)?)?");

    EtalabFile(Intake intake) {
        super(intake, true);
    }

    @Override
    String subject(String line) {
        var cells = line.split(";", 3);
        return cells.length > 1 ? cells[1] : line;
    }

    @Override
    boolean take(long number, String line) throws Rejected {
        if (line.startsWith("structureet;")) {
            intake().entry(number, entry(CsvLine.split(line)));
        } else if (line.startsWith("geolocalisation;")) {
            place(number, CsvLine.split(line));
        } else if (!line.startsWith("finess;")) {
            throw new Rejected(Reason.WRONG_COLUMNS, "begins with neither structureet nor geolocalisation");
        }
        return true;
    }

    private static Entry entry(Fields fields) throws Rejected {
        int columns = fields.cells().size();
        if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS) {
            throw new Rejected(Reason.WRONG_COLUMNS, "%d columns, where there should be 32".formatted(columns));
        }
        var owner = fields.optional(2);
        var delivery = DELIVERY.matcher(fields.text(15));
        boolean delivered = delivery.matches();
        return new Entry(
                fields.text(1),
                owner == null ? null : new LegalEntity(owner, null, null, null),
                fields.text(3),
                fields.optional(4),
                fields.text(18),
                null,
                null,
                Departments.code(fields.text(13)),
                delivered ? delivery.group(2) : fields.optional(15),
                delivered ? delivery.group(1) : null,
                Fields.joined(fields.text(7), fields.text(8), fields.text(9), fields.text(10), fields.text(11)),
                fields.optional(22),
                null,
                fields.day(28),
                false,
                null,
                null,
                contacts(fields.optional(16)));
    }

    private static @Nullable List<Contact> contacts(@Nullable String telephone) {
        return telephone == null ? null : List.of(new Contact(Contact.Kind.PHONE, telephone, null, false, true));
    }

    private void place(long number, Fields fields) throws Rejected {
        if (fields.cells().size() < 5) {
            throw new Rejected(Reason.WRONG_COLUMNS, "a place has at least 5 columns");
        }
        var east = fields.optional(2);
        var north = fields.optional(3);
        if (east == null || north == null) {
            return;
        }
        var source = String.join(";", fields.cells().subList(4, fields.cells().size()));
        var projection = Projection.named(source)
                .orElseThrow(() -> new Rejected(Reason.WRONG_VALUE, "no known projection in «" + source + "»"));
        intake().position(number, fields.text(1), position(projection, Fields.decimal(east), Fields.decimal(north)));
    }

    private static Position position(Projection projection, double east, double north) throws Rejected {
        return projection
                .position(east, north)
                .orElseThrow(() ->
                        new Rejected(Reason.WRONG_VALUE, "%s, %s lies outside %s".formatted(east, north, projection)));
    }
}
