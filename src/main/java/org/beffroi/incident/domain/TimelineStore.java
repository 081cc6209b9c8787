package org.beffroi.incident.domain;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline is not written: it is what the rows say, in order. */
@Component
class TimelineStore {
    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. What the desk notes for itself stays there. */
    List<TimelineEntry> of(UUID incident, Viewer viewer) {
        var scope = viewer.scope().on("d.region", "d.structure_id");
        return jdbc
                .sql(rows(scope.sql()))
                .param("incident", incident)
                .params(scope.parameters())
                .query((row, number) -> new TimelineEntry(
                        row.getTimestamp("at").toInstant(),
                        TimelineEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("by_name"),
                        row.getString("subject"),
                        row.getString("text")))
                .list()
                .stream()
                .filter(entry -> viewer.atTheDesk() || !entry.internal())
                .toList();
    }

    private static String rows(String scope) {
        return """
            with seen as (select d.* from incident.incident_declaration d where d.incident_id = :incident and %1$s)
            select declared_at as at, 'DECLARED' as kind, '' as by_name, reference as subject, null as text from seen
            union all select m.at, 'AMENDED', '', m.version::text, s.reference
                from incident.amendment m join seen s using (declaration_id)
            union all select verified_at, 'VERIFIED', '', reference, null from seen where verified_at > declared_at
            union all select m.at, 'JOINED', m.by_name, s.reference, null
                from incident.move m join seen s using (declaration_id) where m.to_incident = :incident
            union all select m.at, 'LEFT', m.by_name, d.reference, null
                from incident.move m join incident.incident_declaration d using (declaration_id)
                where m.from_incident = :incident and %1$s
            union all select at, 'TAKEN', by_name, assignee_name, null from incident.assignment where incident_id = :incident
            union all select at, 'TRIAGED', by_name, severity, null from incident.triage where incident_id = :incident
            union all select at, 'NOTED', by_name, null, text from incident.note where incident_id = :incident
            union all select at, 'RESOLVED', by_name, null, null from incident.resolution where incident_id = :incident
            union all select at, 'CLOSED', by_name, outcome, null from incident.closure where incident_id = :incident
            union all select ended_at, 'REOPENED', ended_by_name, null, ended_because
                from incident.closure where incident_id = :incident and ended_at is not null
            union all select at, 'SIGNALLED', '', severity, reason from incident.severity_signal where incident_id = :incident
            order by at desc
            """.formatted(scope);
    }
}
