package org.beffroi.correspondence.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, over all conversations: those of rehearsals after all others. */
@Component
class InboxStore {
    /** More than a desk can look at; the longest wait is first. */
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A conversation in which one side waits for the other. */
    record Waiting(UUID declaration, Instant since, int messages, boolean opened, boolean call) {}

    List<Waiting> unread() {
        return jdbc.sql("""
                        select m.declaration_id, min(m.written_at) as since, count(*) as messages
                        from correspondence.message m join correspondence.conversation c using (declaration_id)
                        where m.side = 'STRUCTURE' and m.number > c.read_by_desk
                        group by c.rehearsal, m.declaration_id order by c.rehearsal, since, m.declaration_id limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, index) -> new Waiting(
                        row.getObject("declaration_id", UUID.class),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("messages"),
                        false,
                        false))
                .list();
    }

    /** Of whom the desk awaits an answer, and has since before that instant: those first that somebody should call, then the longest wait. */
    List<Waiting> unanswered(Instant before) {
        return jdbc.sql("select w.*, w.last <= c.read_by_structure as opened, c.called as call from ("
                        + ReminderStore.ASKED.formatted("") + """
                        ) w join lateral (select k.rehearsal, k.read_by_structure, exists (select 1 from correspondence.reminder r
                                where r.declaration_id = w.declaration_id and r.asked = w.asked and r.how = 'CALL') as called
                            from correspondence.conversation k where k.declaration_id = w.declaration_id) c on true
                        where w.since < :before
                        order by c.rehearsal, c.called desc, w.since, w.declaration_id limit :shown
                        """)
                .param("oldest", Timestamp.from(Instant.EPOCH))
                .param("before", Timestamp.from(before))
                .param("shown", SHOWN)
                .query((row, index) -> new Waiting(
                        row.getObject("declaration_id", UUID.class),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("last") - row.getInt("asked") + 1,
                        row.getBoolean("opened"),
                        row.getBoolean("call")))
                .list();
    }
}
