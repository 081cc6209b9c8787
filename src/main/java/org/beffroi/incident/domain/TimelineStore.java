package org.beffroi.incident.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.domain.TimelineEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The timeline is not written: it is what the rows say, in order. What happened to an incident that lives on in this one is told too, to
 * those who see a declaration that was there.
 */
@Component
class TimelineStore {
    /** {@code %1$s} is the viewer's scope on {@code d}, {@code %2$s} on {@code o}. */
    private static final String TOLD = "with recursive " + Family.TREE + """
            , seen as (select d.* from incident.incident_declaration d where d.incident_id = :incident and %1$s)
            , told as (
                select t.id, case when t.id <> :incident then s.reference end as of
                from tree t join incident.incident i using (id) left join seen s on s.reference = i.reference
                where t.id = :incident or exists (select 1 from incident.move m join seen using (declaration_id)
                    where m.from_incident = t.id))
            """;

    /** What is for the desk alone stays there by {@code :desk}. */
    private static final String EVENTS = TOLD + """
            , moves as (
                select m.* from incident.move m where m.to_incident in (select id from told)
                union
                select m.* from incident.move m where m.from_incident in (select id from told))
            , moved as (
                select m.*, d.reference, tt.of as to_of, tf.of as from_of,
                    m.to_incident = :incident or (m.from_incident <> :incident and tt.id is not null) as inward
                from moves m join incident.incident_declaration d on d.declaration_id = m.declaration_id and %1$s
                    left join told tt on tt.id = m.to_incident left join told tf on tf.id = m.from_incident)
            select declared_at as at, 'DECLARED' as kind, '' as by_name, reference as subject, null as text, null as other, null as of
                from seen
            union all select m.at, 'AMENDED', '', m.version::text, s.reference, null, null
                from incident.amendment m join seen s using (declaration_id)
            union all select s.verified_at, 'VERIFIED', coalesce(v.by_name, ''), s.reference, v.how, null, null
                from seen s left join incident.verification v using (declaration_id) where s.verified_at <> s.declared_at
            union all select m.at, case when inward and split then 'RETURNED' when inward then 'JOINED' when split then 'SPLIT' else 'LEFT' end,
                    m.by_name, m.reference, case when :desk then m.because end, o.reference, case when inward then to_of else from_of end
                from moved m join incident.incident i on i.id = case when inward then m.from_incident else m.to_incident end
                    left join incident.incident_declaration o on o.reference = i.reference and %2$s
            union all select x.at, 'TAKEN', x.by_name, x.assignee_name, null, null, t.of
                from incident.assignment x join told t on t.id = x.incident_id
            union all select x.at, 'NOTED', x.by_name, null, x.text, null, t.of
                from incident.note x join told t on t.id = x.incident_id where :desk
            union all select x.at, 'FOLLOWED', x.by_name, case when :french then x.title_fr else x.title end, null, null, t.of
                from incident.playbook_run x join told t on t.id = x.incident_id where :desk
            union all select x.at, 'RESOLVED', x.by_name, to_char(x.resolved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null, null, t.of
                from incident.resolution x join told t on t.id = x.incident_id
            union all select x.ended_at, 'REOPENED', x.ended_by_name, null, case when :desk then x.ended_because end, null, t.of
                from incident.closure x join told t on t.id = x.incident_id where x.ended_at is not null
            union all select x.at, 'SIGNALLED', '', x.severity, x.reason, null, t.of
                from incident.severity_signal x join told t on t.id = x.incident_id
            """;

    private static final String TRIAGES =
            TOLD + "select x.*, t.of from incident.triage x join told t on t.id = x.incident_id order by x.at, x.id";

    private static final String CLOSURES =
            TOLD + "select x.*, t.of from incident.closure x join told t on t.id = x.incident_id";

    /** What happened in one instant is told in the order of an incident's life, and always in the same. */
    private static final Comparator<TimelineEntry> LATEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::kind)
            .thenComparing(TimelineEntry::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TimelineEntry::text, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<TimelineEntry> of(UUID incident, Viewer viewer) {
        var judged = new HashMap<UUID, Assessment>();
        return Stream.of(
                        query(EVENTS, incident, viewer)
                                .query(TimelineStore::event)
                                .list(),
                        query(TRIAGES, incident, viewer)
                                .query((row, number) -> triage(row, judged))
                                .list(),
                        query(CLOSURES, incident, viewer)
                                .query(TimelineStore::closure)
                                .list())
                .flatMap(List::stream)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private JdbcClient.StatementSpec query(String sql, UUID incident, Viewer viewer) {
        var scope = viewer.scope().on("d.region", "d.structure_id");
        var other = viewer.scope().on("o.region", "o.structure_id");
        return jdbc.sql(sql.formatted(scope.sql(), other.sql()))
                .params(scope.parameters())
                .param("incident", incident)
                .param("desk", viewer.atTheDesk())
                .param("french", LocaleContextHolder.getLocale().getLanguage().equals("fr"));
    }

    private static TimelineEntry event(ResultSet row, int number) throws SQLException {
        return entry(row, Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("text"));
    }

    private static TimelineEntry entry(ResultSet row, Kind kind, @Nullable String subject, @Nullable String text)
            throws SQLException {
        var other = kind == Kind.TRIAGED || kind == Kind.CLOSED ? null : row.getString("other");
        return new TimelineEntry(
                row.getTimestamp("at").toInstant(),
                kind,
                row.getString("by_name"),
                subject,
                text,
                other,
                row.getString("of"),
                List.of());
    }

    /** @param judged by incident, the judgement before; rows come in order */
    private static TimelineEntry triage(ResultSet row, Map<UUID, Assessment> judged) throws SQLException {
        var now = StateRows.triage(row, 0).assessment();
        var before = judged.put(row.getObject("incident_id", UUID.class), now);
        return entry(row, Kind.TRIAGED, now.severity(), null).with(Decisions.of(before, now));
    }

    private static TimelineEntry closure(ResultSet row, int number) throws SQLException {
        var conclusion = StateRows.closure(row, number).conclusion();
        return entry(row, Kind.CLOSED, conclusion.outcome(), null).with(Decisions.of(conclusion));
    }
}
