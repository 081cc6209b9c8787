package org.beffroi.directory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beffroi.directory.Contact;
import org.jspecify.annotations.Nullable;

/** Reads a structure back as the entry that it was made from. */
final class EntryRow {
    private EntryRow() {}

    static Entry entry(ResultSet row, Map<String, List<Contact>> contacts) throws SQLException {
        var finess = row.getString("finess");
        return new Entry(
                finess,
                legalEntity(row),
                row.getString("name"),
                row.getString("long_name"),
                row.getString("category"),
                row.getString("legal_status"),
                row.getString("region"),
                row.getString("department"),
                row.getString("town"),
                row.getString("postcode"),
                row.getString("address"),
                row.getString("siret"),
                StructureRow.position(row),
                StructureRow.day(row, "opened_on"),
                true,
                StructureRow.day(row, "closed_on"),
                StructureRow.capacity(row),
                contacts.getOrDefault(finess, List.of()));
    }

    private static @Nullable LegalEntity legalEntity(ResultSet row) throws SQLException {
        var finess = row.getString("legal_entity");
        return finess == null
                ? null
                : new LegalEntity(
                        finess,
                        row.getString("entity_name"),
                        row.getString("entity_siren"),
                        row.getString("entity_register_id"));
    }

    static Contact contact(String kind, String value) {
        return new Contact(Contact.Kind.valueOf(kind), value, null, false, true);
    }

    static List<Contact> joined(List<Contact> some, List<Contact> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
