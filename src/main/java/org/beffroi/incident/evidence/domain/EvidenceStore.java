package org.beffroi.incident.evidence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.evidence.domain.Custody.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence in SQL. Whose it is was asked before. */
@Component
class EvidenceStore {
    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id the file's
     * @param incident null where a structure handed it in for its declaration
     */
    record Row(
            UUID id, @Nullable UUID incident, @Nullable UUID declaration, String words, String password, String by) {}

    void add(Row row, Instant now, Viewer by) {
        jdbc.sql("""
                        insert into incident.evidence (id, incident_id, declaration_id, words, password, at, by_account, by_name)
                        values (:id, :incident, :declaration, :words, :password, :at, :account, :name)
                        """)
                .param("id", row.id())
                .param("incident", row.incident())
                .param("declaration", row.declaration())
                .param("words", row.words())
                .param("password", row.password())
                .param("at", Timestamp.from(now))
                .param("account", by.account())
                .param("name", row.by())
                .update();
    }

    /** What the desk handed in for these incidents, and structures for these declarations; the latest first. */
    List<Row> of(Collection<UUID> incidents, Collection<UUID> declarations) {
        return jdbc.sql("""
                        select * from incident.evidence
                        where incident_id = any(:incidents) or declaration_id = any(:declarations) order by at desc, id desc
                        """)
                .param("incidents", incidents.toArray(UUID[]::new))
                .param("declarations", declarations.toArray(UUID[]::new))
                .query(EvidenceStore::row)
                .list();
    }

    /** A file, under the declaration that it was handed in for, or that bears the number of its incident. */
    record Named(UUID declaration, UUID file, Instant at, String words) {}

    List<Named> under(Collection<UUID> declarations) {
        return jdbc.sql("""
                        with own as (
                            select d.declaration_id, i.id from incident.incident_declaration d join incident.incident i on i.reference = d.reference
                            where d.declaration_id = any(:declarations))
                        select own.declaration_id, e.id, e.at, e.words from own join incident.evidence e on e.incident_id = own.id
                        union all
                        select declaration_id, id, at, words from incident.evidence where declaration_id = any(:declarations)
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> new Named(
                        row.getObject("declaration_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("words")))
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from incident.evidence where id = :id")
                .param("id", id)
                .query(EvidenceStore::row)
                .optional();
    }

    /** Held until the transaction ends: two who write of it write one after the other. */
    boolean hold(UUID id) {
        return jdbc.sql("select 1 from incident.evidence where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Map<UUID, List<Custody>> custody(Collection<UUID> evidence) {
        var found = new HashMap<UUID, List<Custody>>();
        jdbc.sql("select * from incident.custody where evidence_id = any(:evidence) order by evidence_id, number")
                .param("evidence", evidence.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("evidence_id", UUID.class), any -> new java.util.ArrayList<>())
                            .add(custody(row));
                });
        return found;
    }

    void add(UUID evidence, Custody custody, @Nullable UUID account) {
        jdbc.sql("""
                        insert into incident.custody
                            (evidence_id, number, kind, happened_at, at, by_account, by_name, holder, words, seal)
                        values (:evidence, :number, :kind, :happened, :at, :account, :name, :holder, :words, :seal)
                        """)
                .param("evidence", evidence)
                .param("number", custody.number())
                .param("kind", custody.kind().name())
                .param("happened", Timestamp.from(custody.happenedAt()))
                .param("at", Timestamp.from(custody.at()))
                .param("account", account)
                .param("name", custody.by())
                .param("holder", custody.holder())
                .param("words", custody.words())
                .param("seal", custody.seal())
                .update();
    }

    /** The queue says that something has changed. */
    void changed(UUID declaration, Instant now) {
        jdbc.sql("""
                        update incident.incident set changed_at = :now where id =
                            (select incident_id from incident.incident_declaration where declaration_id = :declaration)
                        """)
                .param("declaration", declaration)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The incident, and those that live on in it. */
    List<UUID> family(UUID incident) {
        return jdbc.sql("""
                        with recursive tree (id) as (
                            select cast(:incident as uuid)
                            union all
                            select m.incident_id from incident.merger m join tree on m.into_incident = tree.id where m.ended_at is null)
                        select id from tree
                        """).param("incident", incident).query(UUID.class).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getObject("declaration_id", UUID.class),
                row.getString("words"),
                row.getString("password"),
                row.getString("by_name"));
    }

    private static Custody custody(ResultSet row) throws SQLException {
        return new Custody(
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                row.getString("holder"),
                row.getString("words"),
                row.getString("seal"));
    }
}
