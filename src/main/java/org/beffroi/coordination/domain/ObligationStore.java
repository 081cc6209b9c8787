package org.beffroi.coordination.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.Obligation.By;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Assessment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ObligationStore {
    private static final String ROWS = """
            select o.*, t.told_at, t.channel, t.receipt, t.late_because, t.recorded_at, t.by_name
            from coordination.obligation o
                join coordination.declared d using (declaration_id)
                left join coordination.transmission t on t.obligation_id = o.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ObligationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Held against others who work on the same declaration, until the transaction ends. True: the rules were asked before. */
    boolean hold(UUID declaration) {
        jdbc.sql("insert into coordination.declared (declaration_id) values (:id) on conflict do nothing")
                .param("id", declaration)
                .update();
        return jdbc.sql("select heard from coordination.declared where declaration_id = :id for update")
                .param("id", declaration)
                .query(Boolean.class)
                .single();
    }

    void heard(Sheet sheet) {
        jdbc.sql("""
                        update coordination.declared
                        set world = :world, region = :region, structure_id = :structure, heard = true,
                            waits = false, failures = 0, next_at = null
                        where declaration_id = :id
                        """)
                .param("id", sheet.declaration())
                .param("world", sheet.world().code())
                .param("region", sheet.structure().region())
                .param("structure", sheet.structure().id())
                .update();
    }

    /** Of these, in the order given, those of which nobody has asked the rules yet. */
    List<UUID> unheard(List<UUID> declarations) {
        return jdbc.sql("""
                        select asked.id from unnest(:ids) with ordinality asked (id, place)
                            left join coordination.declared d on d.declaration_id = asked.id
                        where d.waits is distinct from false order by asked.place
                        """)
                .param("ids", declarations.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Nobody has to be told of it. */
    void leave(UUID declaration) {
        jdbc.sql(
                        "update coordination.declared set waits = false, failures = 0, next_at = null where declaration_id = :id")
                .param("id", declaration)
                .update();
    }

    /** The later judgement stays, whichever is heard first. */
    void judged(UUID incident, Instant at, Assessment assessment) {
        jdbc.sql("""
                        insert into coordination.judgement as known (incident_id, triaged_at, assessment)
                        values (:incident, :at, cast(:assessment as jsonb))
                        on conflict (incident_id) do update
                        set triaged_at = excluded.triaged_at, assessment = excluded.assessment
                        where excluded.triaged_at > known.triaged_at
                        """)
                .param("incident", incident)
                .param("at", Timestamp.from(at))
                .param("assessment", json.writeValueAsString(assessment))
                .update();
    }

    record Judgement(Instant at, Assessment assessment) {}

    Optional<Judgement> judgement(UUID incident) {
        return jdbc.sql("select triaged_at, assessment from coordination.judgement where incident_id = :incident")
                .param("incident", incident)
                .query((row, number) -> new Judgement(
                        row.getTimestamp(1).toInstant(), json.readValue(row.getString(2), Assessment.class)))
                .optional();
    }

    List<Kept> live(UUID declaration) {
        return jdbc.sql(ROWS + "where o.declaration_id = :id and o.ended_at is null order by o.id")
                .param("id", declaration)
                .query(ObligationStore::kept)
                .list();
    }

    /** Of these declarations, as far as the viewer may see them; also those that hold no longer, but not what another row replaced. */
    List<Kept> seen(List<UUID> declarations, Viewer viewer) {
        if (declarations.isEmpty()) {
            return List.of();
        }
        var scope = scope(viewer);
        return jdbc.sql(ROWS + """
                        where o.declaration_id in (:ids) and o.ended_because is distinct from 'CHANGED' and %s
                        order by o.id
                        """.formatted(scope.sql()))
                .param("ids", declarations)
                .params(scope.parameters())
                .query(ObligationStore::kept)
                .list();
    }

    /** Collections from elsewhere are the desk's alone. */
    static Scope.Clause scope(Viewer viewer) {
        var clause = viewer.scope().on("d.region", "d.structure_id");
        return viewer.atTheDesk()
                ? clause
                : new Scope.Clause(
                        "(d.world = 'national' or starts_with(d.world, 'rehearsal-')) and " + clause.sql(),
                        clause.parameters());
    }

    void arise(UUID declaration, Obligation obligation, boolean fromStart, Instant now) {
        jdbc.sql("""
                        insert into coordination.obligation (id, declaration_id, recipient, by_whom, reason, from_start,
                            starts_at, due_at, source, arose_at)
                        values (:id, :declaration, :recipient, :by, :reason, :fromStart, :from, :due, :source, :now)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", declaration)
                .param("recipient", obligation.recipient())
                .param("by", obligation.by().name())
                .param("reason", obligation.reason())
                .param("fromStart", fromStart)
                .param("from", Timestamp.from(obligation.from()))
                .param("due", obligation.due() == null ? null : Timestamp.from(obligation.due()))
                .param("source", obligation.source())
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(UUID obligation, String because, Instant now) {
        jdbc.sql("update coordination.obligation set ended_at = :now, ended_because = :because where id = :id")
                .param("id", obligation)
                .param("because", because)
                .param("now", Timestamp.from(now))
                .update();
    }

    void told(UUID obligation, Kept.Told told, @Nullable UUID account) {
        jdbc.sql("""
                        insert into coordination.transmission
                            (obligation_id, told_at, channel, receipt, late_because, recorded_at, by_account, by_name)
                        values (:id, :at, :channel, :receipt, :late, :recorded, :account, :name)
                        """)
                .param("id", obligation)
                .param("at", Timestamp.from(told.at()))
                .param("channel", told.channel())
                .param("receipt", told.receipt())
                .param("late", told.lateBecause())
                .param("recorded", Timestamp.from(told.recordedAt()))
                .param("account", account)
                .param("name", told.by())
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("declaration_id", UUID.class),
                row.getString("recipient"),
                By.valueOf(row.getString("by_whom")),
                row.getString("reason"),
                row.getBoolean("from_start"),
                row.getTimestamp("starts_at").toInstant(),
                instant(row, "due_at"),
                row.getString("source"),
                row.getTimestamp("arose_at").toInstant(),
                instant(row, "ended_at"),
                row.getTimestamp("told_at") == null ? null : told(row));
    }

    private static Kept.Told told(ResultSet row) throws SQLException {
        return new Kept.Told(
                row.getTimestamp("told_at").toInstant(),
                row.getString("channel"),
                row.getString("receipt"),
                row.getString("late_because"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("by_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
