package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.incident.SeveritySignal;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IncidentStore {
    private final JdbcClient jdbc;
    private final DeclaredRows declared;
    private final StateRows states;

    IncidentStore(JdbcClient jdbc, DeclaredRows declared, StateRows states) {
        this.jdbc = jdbc;
        this.declared = declared;
        this.states = states;
    }

    /** One statement, once per declaration, however often it is called. False: there was one already. */
    boolean open(UUID incident, World world, Declared first) {
        var rows = jdbc.sql("""
                        with opened as (
                            insert into incident.incident
                                (id, reference, world, opened_at, open, urgency, version, changed_at, changed_by)
                            values (:incident, :reference, :world, :declared, true, :urgency, 0, :declared, '')
                            on conflict (reference) do nothing
                            returning id)
                        """ + DeclaredRows.INSERT + "from opened on conflict do nothing")
                .param("incident", incident)
                .param("world", world.code())
                .param("urgency", Urgency.rank(List.of(first), State.NEW))
                .params(declared.parameters(first))
                .update();
        return rows == 1;
    }

    /** The incident, held against other changes until the transaction ends. */
    Incident hold(UUID id) {
        jdbc.sql("select 1 from incident.incident where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return read(id);
    }

    Incident read(UUID id) {
        return jdbc.sql("select reference, world, version from incident.incident where id = :id")
                .param("id", id)
                .query((row, number) -> new Incident(
                        id,
                        PublicReference.parse(row.getString("reference")).orElseThrow(),
                        new World(row.getString("world")),
                        row.getInt("version"),
                        declared.of(id),
                        states.of(id)))
                .optional()
                .orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
    }

    Optional<UUID> ofDeclaration(UUID declaration) {
        return jdbc.sql("select incident_id from incident.incident_declaration where declaration_id = :declaration")
                .param("declaration", declaration)
                .query(UUID.class)
                .optional();
    }

    PublicReference reference(UUID incident) {
        return jdbc.sql("select reference from incident.incident where id = :id")
                .param("id", incident)
                .query(String.class)
                .optional()
                .flatMap(PublicReference::parse)
                .orElseThrow();
    }

    /** The incident that bears a declaration's number. */
    UUID bearing(PublicReference reference) {
        return jdbc.sql("select id from incident.incident where reference = :reference")
                .param("reference", reference.toString())
                .query(UUID.class)
                .single();
    }

    /** An incident and all that live on in it. */
    Set<UUID> family(UUID head) {
        return jdbc.sql("with recursive " + Family.TREE + "select id from tree")
                .param("incident", head)
                .query(UUID.class)
                .set();
    }

    /** The declarations that gave their numbers to an incident and to all that live on in it. */
    Set<UUID> company(UUID head) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        select d.declaration_id from tree join incident.incident i using (id)
                            join incident.incident_declaration d on d.reference = i.reference
                        """)
                .param("incident", head)
                .query(UUID.class)
                .set();
    }

    /** Where an incident lives now: itself, or the one that it lives on in. */
    UUID headOf(UUID incident) {
        return jdbc.sql("""
                        with recursive up (id) as (
                            select cast(:incident as uuid)
                            union all
                            select m.into_incident from incident.merger m join up on m.incident_id = up.id where m.ended_at is null)
                        select id from up where not exists (select 1 from incident.merger m where m.incident_id = up.id and m.ended_at is null)
                        """).param("incident", incident).query(UUID.class).single();
    }

    /** Keeps what is new in the incident's state: rows that no longer hold end, those that hold now begin. */
    void save(Incident incident, Who who) {
        states.save(incident, who);
        jdbc.sql("with recursive " + Family.TREE + """
                        update incident.incident set open = :open, urgency = :urgency, version = version + 1,
                            changed_at = :at, changed_by = :name, signalled = (select max(s.severity)
                                from incident.severity_signal s where s.incident_id in (select id from tree))
                        where id = :incident
                        """)
                .param("open", incident.state().open())
                .param("urgency", incident.urgency())
                .param("at", Timestamp.from(who.at()))
                .param("name", who.name())
                .param("incident", incident.id())
                .update();
        saveDeclaredUrgencies(incident);
    }

    /** For those who see some declarations only: to each what it would be by itself. */
    private void saveDeclaredUrgencies(Incident incident) {
        incident.declarations().stream()
                .collect(Collectors.groupingBy(
                        incident::urgencyBy, Collectors.mapping(Declared::declaration, Collectors.toList())))
                .forEach((urgency, some) -> declared.saveUrgency(some, urgency.orElse(null)));
    }

    /** What the structure said changes the place in the queue, and nothing that an analyst is about to overwrite. */
    void saveUrgency(Incident incident) {
        jdbc.sql("update incident.incident set urgency = :urgency where id = :id")
                .param("urgency", incident.urgency())
                .param("id", incident.id())
                .update();
        saveDeclaredUrgencies(incident);
    }

    void note(UUID incident, String text, Who who) {
        jdbc.sql("""
                        insert into incident.note (id, incident_id, text, at, by_account, by_name)
                        values (:id, :incident, :text, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("incident", incident)
                .param("text", text)
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }

    /** False: it was known. */
    boolean signal(SeveritySignal signal) {
        return jdbc.sql("""
                        insert into incident.severity_signal (id, incident_id, severity, reason, at)
                        values (:id, :incident, :severity, :reason, :at) on conflict do nothing
                        """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("incident", signal.incident())
                        .param("severity", signal.severity())
                        .param("reason", signal.reasonKey())
                        .param("at", Timestamp.from(signal.signalledAt()))
                        .update()
                > 0;
    }

    /** Who changed it last, and when; for those who come too late. */
    record LastChange(String by, Instant at) {}

    LastChange lastChange(UUID incident) {
        return jdbc.sql("select changed_by, changed_at from incident.incident where id = :id")
                .param("id", incident)
                .query((row, number) -> new LastChange(
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .single();
    }
}
