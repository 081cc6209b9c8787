package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each thing that somebody did; the live ones are the state. */
@Component
class StateRows {
    private final JdbcClient jdbc;

    StateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    State of(UUID incident) {
        return new State(
                live(incident, "assignment", StateRows::assignment),
                live(incident, "triage", StateRows::triage),
                live(incident, "resolution", StateRows::resolution),
                live(incident, "closure", StateRows::closure),
                reopening(incident),
                live(incident, "merger", StateRows::merger),
                signalled(incident));
    }

    private @Nullable String signalled(UUID incident) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        select max(severity) from incident.severity_signal where incident_id in (select id from tree)
                        """)
                .param("incident", incident)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private <T> @Nullable T live(UUID incident, String table, RowMapper<T> mapper) {
        return one(
                incident,
                "select * from incident." + table + " where incident_id = :incident and ended_at is null",
                mapper);
    }

    private <T> @Nullable T one(UUID incident, String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql)
                .param("incident", incident)
                .query(mapper)
                .optional()
                .orElse(null);
    }

    private State.@Nullable Reopening reopening(UUID incident) {
        return one(
                incident,
                """
                select * from incident.closure where incident_id = :incident and ended_at is not null
                order by ended_at desc limit 1
                """,
                (row, number) -> new State.Reopening(
                        row.getString("ended_because"),
                        new Who(
                                row.getObject("ended_by_account", UUID.class),
                                row.getString("ended_by_name"),
                                row.getTimestamp("ended_at").toInstant())));
    }

    /** Ends the rows that no longer hold, and begins those that hold now. */
    void save(Incident incident, Who who) {
        var at = who.at();
        var before = incident.before();
        var now = incident.state();
        if (!Objects.equals(before.reopening(), now.reopening())) {
            reopen(incident.id(), Objects.requireNonNull(now.reopening()));
        }
        replace("assignment", incident.id(), before.assignment(), now.assignment(), at);
        replace("triage", incident.id(), before.triage(), now.triage(), at);
        replace("resolution", incident.id(), before.resolution(), now.resolution(), at);
        if (before.closure() == null && now.closure() != null) {
            begin(incident.id(), now.closure());
        }
        if (!Objects.equals(before.merger(), now.merger())) {
            merge(incident.id(), now.merger(), who);
        }
    }

    private void replace(String table, UUID incident, @Nullable Object before, @Nullable Object now, Instant at) {
        if (Objects.equals(before, now)) {
            return;
        }
        jdbc.sql("update incident." + table + " set ended_at = :at where incident_id = :incident and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("incident", incident)
                .update();
        if (now != null) {
            begin(incident, now);
        }
    }

    private void begin(UUID incident, Object row) {
        switch (row) {
            case State.Assignment given ->
                insert(
                        "assignment",
                        "assignee, assignee_name",
                        incident,
                        given.who(),
                        given.assignee(),
                        given.assigneeName());
            case State.Triage triage -> triage(incident, triage.assessment(), triage.who());
            case State.Resolution resolution ->
                insert(
                        "resolution",
                        "resolved_at",
                        incident,
                        resolution.who(),
                        Timestamp.from(resolution.resolvedAt()));
            case State.Closure closure -> close(incident, closure.conclusion(), closure.who());
            default -> throw new IllegalArgumentException(row.getClass().getName());
        }
    }

    private void close(UUID incident, Conclusion conclusion, Who who) {
        insert(
                "closure",
                "outcome, entry_point, entry_point_kind, entry_point_unknown_reason",
                incident,
                who,
                conclusion.outcome(),
                conclusion.entryPoint(),
                conclusion.entryPointKind(),
                conclusion.entryPointUnknownReason());
    }

    private void triage(UUID incident, Assessment judged, Who who) {
        insert(
                "triage",
                "in_scope, major, grade, rsit, causes, origin, severity, endangerment, care",
                incident,
                who,
                judged.inScope(),
                judged.major(),
                judged.grade(),
                judged.rsit(),
                judged.causes().toArray(String[]::new),
                judged.origin(),
                judged.severity(),
                judged.endangerment(),
                judged.care());
    }

    private void insert(String table, String columns, UUID incident, Who who, @Nullable Object... values) {
        jdbc.sql("insert into incident.%s (%s, id, incident_id, at, by_account, by_name) values (%s ?, ?, ?, ?, ?)"
                        .formatted(table, columns, "?, ".repeat(values.length)))
                .params(Arrays.asList(values))
                .params(Arrays.asList(
                        UuidCreator.getTimeOrderedEpoch(),
                        incident,
                        Timestamp.from(who.at()),
                        who.account(),
                        who.name()))
                .update();
    }

    /** @param merger null: it goes on by itself again */
    private void merge(UUID incident, State.@Nullable Merger merger, Who who) {
        jdbc.sql("""
                        update incident.merger set ended_at = :at, ended_by_account = :account, ended_by_name = :name
                        where incident_id = :incident and ended_at is null
                        """)
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .param("incident", incident)
                .update();
        if (merger != null) {
            insert("merger", "into_incident", incident, merger.who(), merger.into());
        }
    }

    private void reopen(UUID incident, State.Reopening reopening) {
        jdbc.sql("""
                        update incident.closure set ended_at = :at, ended_by_account = :account, ended_by_name = :name,
                            ended_because = :reason where incident_id = :incident and ended_at is null
                        """)
                .param("at", Timestamp.from(reopening.who().at()))
                .param("account", reopening.who().account())
                .param("name", reopening.who().name())
                .param("reason", reopening.reason())
                .param("incident", incident)
                .update();
    }

    private static Who who(ResultSet row) throws SQLException {
        return new Who(
                row.getObject("by_account", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant());
    }

    private static State.Assignment assignment(ResultSet row, int number) throws SQLException {
        return new State.Assignment(row.getObject("assignee", UUID.class), row.getString("assignee_name"), who(row));
    }

    static State.Triage triage(ResultSet row, int number) throws SQLException {
        return new State.Triage(
                new Assessment(
                        row.getBoolean("in_scope"),
                        row.getBoolean("major"),
                        row.getString("grade"),
                        row.getString("rsit"),
                        List.of((String[]) row.getArray("causes").getArray()),
                        row.getString("origin"),
                        row.getString("severity"),
                        row.getString("endangerment"),
                        row.getString("care")),
                who(row));
    }

    private static State.Resolution resolution(ResultSet row, int number) throws SQLException {
        return new State.Resolution(row.getTimestamp("resolved_at").toInstant(), who(row));
    }

    static State.Closure closure(ResultSet row, int number) throws SQLException {
        return new State.Closure(
                new Conclusion(
                        row.getString("outcome"),
                        row.getString("entry_point"),
                        row.getString("entry_point_kind"),
                        row.getString("entry_point_unknown_reason")),
                who(row));
    }

    private static State.Merger merger(ResultSet row, int number) throws SQLException {
        return new State.Merger(row.getObject("into_incident", UUID.class), who(row));
    }
}
