package org.beffroi.directory.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Position;
import org.beffroi.directory.Structure;
import org.jspecify.annotations.Nullable;

/** Reads what the columns of a structure hold. */
final class StructureRow {
    static final String COLUMNS = """
            s.id, s.finess, s.country, s.legal_entity, e.name as entity_name, e.siren as entity_siren,
            e.register_id as entity_register_id, g.name as ght, s.name, s.long_name, s.category, s.legal_status, s.region,
            s.department, s.town, s.postcode, s.address, s.siret, s.latitude, s.longitude, s.opened_on, s.closed_on,
            s.emergency, s.paediatric_emergency, s.emergency_visits, s.smur, s.samu, s.acute_beds, s.intensive_care_beds,
            s.activities
            """;
    static final String TABLES = """
            directory.structure s
            left join directory.legal_entity e on e.finess = s.legal_entity
            left join directory.hospital_group g on g.code = e.hospital_group
            """;

    private StructureRow() {}

    static Structure structure(ResultSet row, Categories categories) throws SQLException {
        var category = row.getString("category");
        return new Structure(
                row.getObject("id", UUID.class),
                row.getString("finess"),
                row.getString("legal_entity"),
                row.getString("entity_name"),
                row.getString("country"),
                row.getString("name"),
                category,
                categories.group(category),
                categories.obliged(category),
                row.getString("legal_status"),
                row.getString("region"),
                row.getString("department"),
                row.getString("town"),
                row.getString("ght"),
                day(row, "closed_on"),
                capacity(row),
                position(row));
    }

    static Capacity capacity(ResultSet row) throws SQLException {
        return new Capacity(
                row.getBoolean("emergency"),
                row.getBoolean("paediatric_emergency"),
                number(row, "emergency_visits"),
                row.getBoolean("smur"),
                row.getBoolean("samu"),
                number(row, "acute_beds"),
                number(row, "intensive_care_beds"),
                codes(row.getArray("activities")));
    }

    private static Set<String> codes(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray()));
    }

    static @Nullable Position position(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new Position(latitude, row.getDouble("longitude"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
