package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which declarations belong to which incident, and what is known of them. */
@Component
class DeclaredRows {
    /** To be completed by {@code from …}, a relation with the incident's {@code id}. */
    static final String INSERT = """
            insert into incident.incident_declaration
                (declaration_id, incident_id, reference, declared_at, channel, verified_at, version, stated_at, structure_id,
                 structure_name, finess, country, category, structure_group, obliged, region, department, town, stated, search, provider,
                 urgency)
            select cast(:declaration as uuid), id, :reference, :declared, :channel, cast(:verified as timestamptz), :version, :statedAt,
                cast(:structure as uuid), :name, :finess, :country, :category, :group, :obliged, :region, :department, :town,
                cast(:stated as jsonb), :search, :provider, :urgency
            """;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeclaredRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, @Nullable Object> parameters(Declared declared) {
        var where = declared.structure();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("declaration", declared.declaration());
        parameters.put("reference", declared.reference().toString());
        parameters.put("declared", Timestamp.from(declared.declaredAt()));
        parameters.put("channel", declared.channel());
        parameters.put("verified", timestamp(declared.verifiedAt()));
        parameters.put("withdrawn", timestamp(declared.withdrawnAt()));
        parameters.put("version", declared.version());
        parameters.put("statedAt", Timestamp.from(declared.statedAt()));
        parameters.put("structure", where.id());
        parameters.put("name", where.name());
        parameters.put("finess", where.finess());
        parameters.put("country", where.country());
        parameters.put("category", where.category());
        parameters.put("group", where.group());
        parameters.put("obliged", where.obliged());
        parameters.put("region", where.region());
        parameters.put("department", where.department());
        parameters.put("town", where.town());
        parameters.put("stated", json.writeValueAsString(declared.stated()));
        parameters.put("search", searched(declared));
        parameters.put("provider", ProviderKey.of(declared.stated().providerName()));
        return parameters;
    }

    private static String searched(Declared declared) {
        var where = declared.structure();
        return words(String.join(
                " ",
                where.name(),
                where.town() == null ? "" : where.town(),
                where.finess() == null ? "" : where.finess(),
                declared.reference().toString()));
    }

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Folded, with one blank between the words. */
    static String words(String text) {
        return BETWEEN.matcher(folded(text)).replaceAll(" ").strip();
    }

    /** Lower case, no accents: as people type it. */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** The first one first. */
    List<Declared> of(UUID incident) {
        return jdbc.sql("""
                        select * from incident.incident_declaration where incident_id = :incident
                        order by declared_at, declaration_id
                        """).param("incident", incident).query(this::declared).list();
    }

    Declared declared(ResultSet row, int number) throws SQLException {
        var verified = row.getTimestamp("verified_at");
        return new Declared(
                row.getObject("declaration_id", UUID.class),
                PublicReference.parse(row.getString("reference")).orElseThrow(),
                row.getTimestamp("declared_at").toInstant(),
                row.getString("channel"),
                verified == null ? null : verified.toInstant(),
                row.getTimestamp("withdrawn_at") == null
                        ? null
                        : row.getTimestamp("withdrawn_at").toInstant(),
                row.getInt("version"),
                row.getTimestamp("stated_at").toInstant(),
                structure(row),
                json.readValue(row.getString("stated"), Stated.class));
    }

    private static StructureSnapshot structure(ResultSet row) throws SQLException {
        return new StructureSnapshot(
                row.getObject("structure_id", UUID.class),
                row.getString("structure_name"),
                row.getString("finess"),
                row.getString("country"),
                row.getString("category"),
                row.getString("structure_group"),
                row.getBoolean("obliged"),
                row.getString("region"),
                row.getString("department"),
                row.getString("town"));
    }

    void update(Declared now) {
        jdbc.sql("""
                        update incident.incident_declaration set verified_at = :verified, version = :version, stated_at = :statedAt,
                            structure_id = :structure, structure_name = :name, finess = :finess, country = :country,
                            category = :category, structure_group = :group, obliged = :obliged, region = :region,
                            department = :department, town = :town, stated = cast(:stated as jsonb), search = :search,
                            provider = :provider,
                            withdrawn_at = cast(:withdrawn as timestamptz)
                        where declaration_id = :declaration
                        """).params(parameters(now)).update();
    }

    void amended(UUID declaration, int version, Instant at) {
        jdbc.sql("insert into incident.amendment values (:declaration, :version, :at) on conflict do nothing")
                .param("declaration", declaration)
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param urgency null: the incident is over */
    void saveUrgency(Collection<UUID> declarations, @Nullable Integer urgency) {
        jdbc.sql("""
                        update incident.incident_declaration set urgency = :urgency
                        where declaration_id in (:declarations) and urgency is distinct from :urgency
                        """)
                .param("declarations", declarations)
                .param("urgency", urgency, Types.INTEGER)
                .update();
    }

    /** @param by name; null: not told */
    void verified(UUID declaration, String how, @Nullable String by) {
        jdbc.sql("insert into incident.verification values (:declaration, :how, :by) on conflict do nothing")
                .param("declaration", declaration)
                .param("how", how)
                .param("by", by)
                .update();
    }

    /**
     * A declaration that goes from one incident to another.
     *
     * @param split taken out again, instead of joined
     * @param because in words; null: not said
     */
    record Move(
            UUID declaration,
            UUID from,
            UUID to,
            boolean split,
            @Nullable String because) {}

    void move(Move move, Who who) {
        jdbc.sql("""
                        with moved as (update incident.incident_declaration set incident_id = :to where declaration_id = :declaration)
                        insert into incident.move
                            (id, declaration_id, from_incident, to_incident, split, because, at, by_account, by_name)
                        values (:id, :declaration, :from, :to, :split, :because, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", move.declaration())
                .param("from", move.from())
                .param("to", move.to())
                .param("split", move.split())
                .param("because", move.because())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }
}
