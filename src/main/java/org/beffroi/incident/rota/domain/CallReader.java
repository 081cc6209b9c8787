package org.beffroi.incident.rota.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.incident.domain.Family;
import org.beffroi.incident.rota.domain.Call.CallEnd;
import org.beffroi.incident.rota.domain.Call.CallStep;
import org.beffroi.incident.rota.domain.Call.How;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls as they are shown. */
@Component
class CallReader {
    private static final String CALLS = """
            select c.*, n.incidents, n.reference from incident.call c
                join lateral (select count(*) as incidents,
                        (array_agg(i.reference order by i.open desc, i.urgency desc, i.opened_at, i.id))[1] as reference
                    from incident.call_incident ci join incident.incident i on i.id = ci.incident_id where ci.call_id = c.id) n on true
            """;
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    CallReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an incident and all that live on in it, the newest first. */
    List<Call> of(UUID incident) {
        return calls(jdbc.sql("with recursive " + Family.TREE + CALLS + """
                        where c.id in (select call_id from incident.call_incident where incident_id in (select id from tree))
                        order by c.began_at desc, c.id desc limit :most
                        """)
                .param("incident", incident)
                .param("most", SHOWN));
    }

    /** The one of a world that nobody has answered. */
    Optional<Call> live(String world) {
        return calls(jdbc.sql(CALLS + "where c.world = :world and c.ended_at is null")
                        .param("world", world))
                .stream()
                .findFirst();
    }

    /** In all worlds, since then; for the operator. */
    int unanswered(Instant since) {
        return jdbc.sql(
                        "select count(*) from incident.call where ended_at is null and not shown_only and began_at < :since")
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private List<Call> calls(JdbcClient.StatementSpec statement) {
        var rows = statement.query((row, number) -> call(row)).list();
        var steps = steps(rows.stream().map(Call::id).toList());
        return rows.stream()
                .map(row -> with(row, steps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Call with(Call call, List<CallStep> steps) {
        return new Call(
                call.id(),
                call.world(),
                call.shownOnly(),
                call.beganAt(),
                call.reference(),
                call.incidents(),
                List.copyOf(steps),
                call.dueAt(),
                call.ended());
    }

    private static Call call(ResultSet row) throws SQLException {
        var ended = instant(row, "ended_at");
        return new Call(
                row.getObject("id", UUID.class),
                row.getString("world"),
                row.getBoolean("shown_only"),
                row.getTimestamp("began_at").toInstant(),
                row.getString("reference"),
                row.getInt("incidents"),
                List.of(),
                instant(row, "due_at"),
                ended == null
                        ? null
                        : new CallEnd(How.valueOf(row.getString("ended")), ended, row.getString("ended_by_name")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Map<UUID, List<CallStep>> steps(List<UUID> calls) {
        var steps = new LinkedHashMap<UUID, List<CallStep>>();
        jdbc.sql("""
                        select call_id, step, min(at) as at, array_agg(name order by id) as names from incident.call_step
                        where call_id = any(:calls) group by call_id, step order by step
                        """).param("calls", calls.toArray(UUID[]::new)).query(row -> {
            steps.computeIfAbsent(row.getObject("call_id", UUID.class), call -> new ArrayList<>())
                    .add(new CallStep(row.getInt("step"), row.getTimestamp("at").toInstant(), List.of((String[])
                            row.getArray("names").getArray())));
        });
        return steps;
    }
}
