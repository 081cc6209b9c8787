package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Reminders.Done;
import org.beffroi.correspondence.domain.Reminders.How;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReminderStore {
    /** The first message of the desk that awaits an answer, after the last word of the structure. */
    static final String ASKED = """
            select m.declaration_id, min(m.number) as asked, min(m.written_at) as since, max(m.number) as last
            from correspondence.message m
            where m.side = 'DESK' and m.awaits and m.written_at > :oldest %s
                and m.number > coalesce((select max(s.number) from correspondence.message s
                    where s.declaration_id = m.declaration_id and s.side = 'STRUCTURE'), 0)
            group by m.declaration_id
            """;

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A conversation in which the desk waits for an answer. */
    record Asked(UUID declaration, int number, Instant since) {}

    /** Those not paused, asked between the two instants; a page of them after {@code last}. */
    List<Asked> waiting(Instant oldest, Instant before, UUID last, int atMost) {
        return jdbc.sql("select * from (" + ASKED.formatted("and m.declaration_id > :last") + """
                        ) w where w.since <= :before and not exists (select 1 from correspondence.reminder_pause p
                            where p.declaration_id = w.declaration_id and p.ended_at is null)
                        order by w.declaration_id limit :atMost
                        """)
                .param("oldest", Timestamp.from(oldest))
                .param("before", Timestamp.from(before))
                .param("last", last)
                .param("atMost", atMost)
                .query((row, index) -> new Asked(
                        row.getObject("declaration_id", UUID.class),
                        row.getInt("asked"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Asked since then, and still waiting. */
    Optional<Asked> asked(UUID declaration, Instant oldest) {
        return jdbc.sql(ASKED.formatted("and m.declaration_id = :declaration"))
                .param("oldest", Timestamp.from(oldest))
                .param("declaration", declaration)
                .query((row, index) -> new Asked(
                        declaration,
                        row.getInt("asked"),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    List<Done> done(UUID declaration, int asked) {
        return jdbc.sql("""
                        select step, at, how, address from correspondence.reminder
                        where declaration_id = :declaration and asked = :asked order by at, step
                        """)
                .param("declaration", declaration)
                .param("asked", asked)
                .query((row, index) -> new Done(
                        row.getString("step"),
                        row.getTimestamp("at").toInstant(),
                        How.valueOf(row.getString("how")),
                        row.getString("address")))
                .list();
    }

    /** @return false when another node did so first */
    boolean add(Asked asked, String step, How how, @Nullable String address, Instant now) {
        return jdbc.sql("""
                        insert into correspondence.reminder (declaration_id, asked, step, at, how, address)
                        values (:declaration, :asked, :step, :at, :how, :address) on conflict do nothing
                        """)
                        .param("declaration", asked.declaration())
                        .param("asked", asked.number())
                        .param("step", step)
                        .param("at", Timestamp.from(now))
                        .param("how", how.name())
                        .param("address", address)
                        .update()
                == 1;
    }

    Optional<String> paused(UUID declaration) {
        return jdbc.sql(
                        "select name from correspondence.reminder_pause where declaration_id = :declaration and ended_at is null")
                .param("declaration", declaration)
                .query(String.class)
                .optional();
    }

    void pause(UUID declaration, Instant now, Viewer by) {
        jdbc.sql("""
                        insert into correspondence.reminder_pause (id, declaration_id, at, account_id, name)
                        values (:id, :declaration, :at, :account, :name) on conflict do nothing
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", declaration)
                .param("at", Timestamp.from(now))
                .param("account", by.account(), Types.OTHER)
                .param("name", by.name())
                .update();
    }

    void resume(UUID declaration, Instant now, Viewer by) {
        jdbc.sql("""
                        update correspondence.reminder_pause set ended_at = :at, ended_name = :name
                        where declaration_id = :declaration and ended_at is null
                        """)
                .param("declaration", declaration)
                .param("at", Timestamp.from(now))
                .param("name", by.name())
                .update();
    }
}
