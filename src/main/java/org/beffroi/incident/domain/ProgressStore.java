package org.beffroi.incident.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.declaration.Treatment.Stage;
import org.beffroi.declaration.Treatment.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to one declaration: only what the desk did with the incidents that it belonged to, while it did. What already held when
 * it joined, holds for it since then.
 */
@Component
class ProgressStore {
    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link State#status}, for many: what is closed is closed, whatever else holds. */
    Map<UUID, Stage> stages(Collection<UUID> declarations) {
        var stages = new HashMap<UUID, Stage>();
        jdbc.sql("""
                        select d.declaration_id, case when not i.open then 'CLOSED' when r.incident_id is not null then 'RESOLVED'
                            when a.incident_id is not null then 'IN_HAND' else 'RECEIVED' end as stage
                        from incident.incident_declaration d join incident.incident i on i.id = d.incident_id
                            left join incident.assignment a on a.incident_id = i.id and a.ended_at is null
                            left join incident.resolution r on r.incident_id = i.id and r.ended_at is null
                        where d.declaration_id in (:declarations)
                        """).param("declarations", declarations).query(row -> {
            stages.put(row.getObject("declaration_id", UUID.class), Stage.valueOf(row.getString("stage")));
        });
        return stages;
    }

    /** In order; one step may be told several times. */
    List<Step> steps(UUID declaration) {
        return jdbc.sql("""
                        with moves as (
                            select from_incident, to_incident, at as since, lead(at, 1, 'infinity') over (order by at, id) as until,
                                row_number() over (order by at, id) as nth
                            from incident.move where declaration_id = :declaration)
                        , stay (incident_id, since, until) as (
                            select coalesce(m.from_incident, d.incident_id), d.declared_at, coalesce(m.since, 'infinity')
                            from incident.incident_declaration d left join moves m on m.nth = 1
                            where d.declaration_id = :declaration
                            union all select to_incident, since, until from moves)
                        select greatest(x.at, s.since) as at, 'taken' as step, 1 as nth from stay s
                            join incident.assignment x on x.incident_id = s.incident_id
                                and x.at < s.until and coalesce(x.ended_at, 'infinity') > s.since
                        union all select greatest(x.at, s.since), 'resolved', 2 from stay s
                            join incident.resolution x on x.incident_id = s.incident_id
                                and x.at < s.until and coalesce(x.ended_at, 'infinity') > s.since
                        union all select x.at, 'closed', 3 from stay s
                            join incident.closure x on x.incident_id = s.incident_id and x.at >= s.since and x.at < s.until
                        union all select x.ended_at, 'reopened', 4 from stay s
                            join incident.closure x on x.incident_id = s.incident_id and x.ended_at >= s.since and x.ended_at < s.until
                        order by at, nth
                        """)
                .param("declaration", declaration)
                .query((row, number) ->
                        new Step(row.getTimestamp("at").toInstant(), "incident.step." + row.getString("step")))
                .list();
    }
}
