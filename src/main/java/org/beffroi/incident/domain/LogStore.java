package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.incident.domain.LogEntry.Draft;
import org.beffroi.incident.domain.LogEntry.Kind;
import org.beffroi.incident.domain.LogEntry.Struck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The logbook in SQL: of an incident and of all that live on in it. */
@Component
class LogStore {
    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LogEntry> of(UUID incident) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        select * from incident.log_entry where incident_id in (select id from tree) order by happened_at, at, id
                        """)
                .param("incident", incident)
                .query((row, number) -> entry(row))
                .list();
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("text"),
                row.getString("said_by"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                struck(row));
    }

    private static @Nullable Struck struck(ResultSet row) throws SQLException {
        var at = row.getTimestamp("ended_at");
        return at == null
                ? null
                : new Struck(at.toInstant(), row.getString("ended_by_name"), row.getString("ended_because"));
    }

    UUID add(UUID incident, Draft draft, Instant happenedAt, Who who) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into incident.log_entry (id, incident_id, kind, happened_at, text, said_by, at, by_account, by_name)
                        values (:id, :incident, :kind, :happened, :text, :saidBy, :at, :account, :name)
                        """)
                .param("id", id)
                .param("incident", incident)
                .param("kind", draft.kind().name())
                .param("happened", Timestamp.from(happenedAt))
                .param("text", draft.text())
                .param("saidBy", draft.saidBy())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
        return id;
    }

    /** @return whether it was there, and held */
    boolean strike(UUID incident, UUID entry, String because, Who who) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        update incident.log_entry
                        set ended_at = :at, ended_by_account = :account, ended_by_name = :name, ended_because = :because
                        where id = :id and ended_at is null and incident_id in (select id from tree)
                        """)
                        .param("incident", incident)
                        .param("id", entry)
                        .param("because", because)
                        .param("at", Timestamp.from(who.at()))
                        .param("account", who.account())
                        .param("name", who.name())
                        .update()
                == 1;
    }
}
