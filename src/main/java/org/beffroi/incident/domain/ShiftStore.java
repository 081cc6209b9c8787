package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.beffroi.incident.domain.Shifts.Handover;
import org.beffroi.incident.domain.Shifts.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Watchers and notes of handover in SQL: of an incident and of all that live on in it. */
@Component
class ShiftStore {
    private static final String OF = "with recursive " + Family.TREE;

    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> watchers(UUID incident) {
        return jdbc.sql(OF + """
                        select distinct name from incident.watch where incident_id in (select id from tree) and ended_at is null order by name
                        """)
                .param("incident", incident)
                .query(String.class)
                .list();
    }

    boolean watches(UUID incident, UUID account) {
        return jdbc.sql(OF + """
                        select exists (select 1 from incident.watch
                            where incident_id in (select id from tree) and account_id = :account and ended_at is null)
                        """)
                .param("incident", incident)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void watch(UUID incident, UUID account, Who who) {
        jdbc.sql("""
                        insert into incident.watch (id, incident_id, account_id, name, at) values (:id, :incident, :account, :name, :at)
                        on conflict do nothing
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("incident", incident)
                .param("account", account)
                .param("name", who.name())
                .param("at", Timestamp.from(who.at()))
                .update();
    }

    void unwatch(UUID incident, UUID account, Who who) {
        jdbc.sql(OF + """
                        update incident.watch set ended_at = :at
                        where incident_id in (select id from tree) and account_id = :account and ended_at is null
                        """)
                .param("incident", incident)
                .param("account", account)
                .param("at", Timestamp.from(who.at()))
                .update();
    }

    /** The latest first. */
    List<Handover> handovers(UUID incident) {
        return jdbc.sql(OF + """
                        select * from incident.handover where incident_id in (select id from tree) order by at desc, id desc
                        """)
                .param("incident", incident)
                .query((row, number) -> handover(row))
                .list();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        var taken = row.getTimestamp("taken_at");
        return new Handover(
                row.getObject("id", UUID.class),
                new Note(row.getString("done"), row.getString("todo"), row.getString("beware")),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                taken == null ? null : taken.toInstant(),
                row.getString("taken_by_name"));
    }

    void add(UUID incident, Note note, Who who) {
        jdbc.sql("""
                        insert into incident.handover (id, incident_id, done, todo, beware, at, by_account, by_name)
                        values (:id, :incident, :done, :todo, :beware, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("incident", incident)
                .param("done", note.done())
                .param("todo", note.todo())
                .param("beware", note.beware())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }

    /** @return whether one waited */
    boolean take(UUID incident, Who who) {
        return jdbc.sql(OF + """
                        update incident.handover set taken_at = :at, taken_by_account = :account, taken_by_name = :name
                        where incident_id in (select id from tree) and taken_at is null
                        """)
                        .param("incident", incident)
                        .param("at", Timestamp.from(who.at()))
                        .param("account", who.account())
                        .param("name", who.name())
                        .update()
                > 0;
    }
}
