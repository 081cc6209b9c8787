package org.beffroi.incident.attack.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the attacker did, technique by technique, and in which other incidents the same was done. For the desk alone. */
@Service
@Transactional
public class Techniques {
    static final int MOST = 100;
    static final int LONGEST = 500;
    /** How many are named where several may be meant. */
    private static final int NAMED = 8;

    /** An incident and those that live on in it. */
    private static final String TREE = """
            with recursive tree (id) as (
                select cast(:incident as uuid)
                union all
                select m.incident_id from incident.merger m join tree on m.into_incident = tree.id where m.ended_at is null)
            """;

    private final JdbcClient jdbc;
    private final AttackBook book;
    private final CaseFiles files;
    private final Incidents incidents;
    private final Declarations declarations;
    private final Desk desk;

    Techniques(
            JdbcClient jdbc,
            AttackBook book,
            CaseFiles files,
            Incidents incidents,
            Declarations declarations,
            Desk desk) {
        this.jdbc = jdbc;
        this.book = book;
        this.files = files;
        this.incidents = incidents;
        this.declarations = declarations;
        this.desk = desk;
    }

    /** Where it is written down, and when. */
    @Component
    record Desk(AuditTrail trail, Clock clock) {}

    /**
     * One of an incident.
     *
     * @param words what was seen of it; may be empty
     * @param elsewhere numbers of other incidents of the same world where it was done
     */
    public record Used(UUID id, Technique technique, String words, Instant at, String by, List<String> elsewhere) {}

    /** In the order of the matrix. Empty for all but the desk. */
    @Transactional(readOnly = true)
    public List<Used> of(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return List.of();
        }
        return jdbc
                .sql(TREE + """
                        select t.*, array(
                            select distinct i.reference from incident.technique o
                                join incident.incident i on i.id = o.incident_id
                            where o.technique = t.technique and o.ended_at is null and o.incident_id not in (select id from tree)
                                and i.world = (select world from incident.incident where id = :incident)
                            order by i.reference limit 50) as elsewhere
                        from incident.technique t where t.incident_id in (select id from tree) and t.ended_at is null
                        """)
                .param("incident", incident)
                .query((row, number) -> book.find(row.getString("technique")).map(technique -> {
                    try {
                        return new Used(
                                row.getObject("id", UUID.class),
                                technique,
                                row.getString("words"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("by_name"),
                                List.of((String[]) row.getArray("elsewhere").getArray()));
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .list()
                .stream()
                .flatMap(java.util.Optional::stream)
                .sorted(Comparator.comparingInt((Used used) ->
                                AttackBook.TACTICS.indexOf(used.technique().tactic()))
                        .thenComparing(used -> used.technique().id()))
                .toList();
    }

    /** The same, by the number that somebody typed. */
    @Transactional(readOnly = true)
    public List<Used> of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /** For the causes that structures declared and that are not entered yet: to be looked at. */
    @Transactional(readOnly = true)
    public List<Technique> proposed(UUID incident, Viewer viewer) {
        var causes = new LinkedHashSet<String>();
        var ids = incidents.declarations(incident, viewer).stream()
                .limit(CaseFiles.SHEETS)
                .toList();
        declarations
                .sheets(ids, viewer)
                .forEach(sheet -> causes.addAll(sheet.answers().all("causes")));
        var here = of(incident, viewer).stream().map(Used::technique).collect(Collectors.toSet());
        return book.proposed(causes).stream().filter(one -> !here.contains(one)).toList();
    }

    /**
     * Enters what was done.
     *
     * @param typed numbers, or the words of one name; twice does no harm
     * @throws FieldErrors.Invalid when none is meant, or several may be: then they are named
     */
    public void add(String incident, String typed, String words, Viewer by) {
        var id = require(incident, by);
        var meant = book.meant(typed, NAMED + 1);
        var numbered = meant.stream()
                .allMatch(one -> typed.toUpperCase(java.util.Locale.ROOT).contains(one.id()));
        if (meant.isEmpty()) {
            FieldErrors.NONE.and("technique", "incident.error.technique").throwIfAny();
        }
        if (meant.size() > 1 && !numbered) {
            var names = meant.stream()
                    .limit(NAMED)
                    .map(one -> one.id() + " " + one.name())
                    .collect(Collectors.joining(", "));
            FieldErrors.NONE
                    .and("technique", "incident.error.technique-several", names + (meant.size() > NAMED ? " …" : ""))
                    .throwIfAny();
        }
        if (words.strip().length() > LONGEST) {
            FieldErrors.NONE
                    .and("techniqueWords", "incident.error.too-long", LONGEST)
                    .throwIfAny();
        }
        for (var one : meant) {
            insert(id, one, words.strip(), by);
        }
        if (of(id, by).size() > MOST) {
            throw Refusal.conflict("incident.refused.techniques-many", MOST);
        }
        desk.trail().record(by, "incident.technique", "incident", id);
    }

    private UUID require(String typed, Viewer by) {
        if (!by.atTheDesk()) {
            throw Refusal.notFound("incident.refused.unknown");
        }
        return files.require(typed, by);
    }

    private void insert(UUID incident, Technique technique, String words, Viewer by) {
        jdbc.sql("""
                        insert into incident.technique (id, incident_id, technique, words, at, by_account, by_name)
                        values (:id, :incident, :technique, :words, :at, :account, :name) on conflict do nothing
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("incident", incident)
                .param("technique", technique.id())
                .param("words", words)
                .param("at", Timestamp.from(desk.clock().instant()))
                .param("account", by.account())
                .param("name", by.name())
                .update();
    }

    /** It was not done after all; the row stays. */
    public void remove(String incident, UUID technique, Viewer by) {
        var id = require(incident, by);
        var gone = jdbc.sql(TREE + """
                        update incident.technique set ended_at = :at, ended_by_name = :name
                        where id = :technique and ended_at is null and incident_id in (select id from tree)
                        """)
                .param("incident", id)
                .param("technique", technique)
                .param("at", Timestamp.from(desk.clock().instant()))
                .param("name", by.name())
                .update();
        if (gone == 0) {
            throw Refusal.notFound("incident.refused.technique");
        }
        desk.trail().record(by, "incident.technique-removed", "incident", id);
    }
}
