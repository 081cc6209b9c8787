package org.beffroi.correspondence.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, over all conversations. */
@Component
class InboxStore {
    /** More than a desk can look at; the longest wait is first. */
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A conversation in which one side waits for the other. */
    record Waiting(UUID declaration, Instant since, int messages, boolean opened) {}

    List<Waiting> unread() {
        return jdbc.sql("""
                        select m.declaration_id, min(m.written_at) as since, count(*) as messages
                        from correspondence.message m join correspondence.conversation c using (declaration_id)
                        where m.side = 'STRUCTURE' and m.number > c.read_by_desk
                        group by m.declaration_id order by since, m.declaration_id limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, index) -> new Waiting(
                        row.getObject("declaration_id", UUID.class),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("messages"),
                        false))
                .list();
    }

    /** Where the desk had the last word, before that instant. */
    List<Waiting> unanswered(Instant before) {
        return jdbc.sql("""
                        select c.declaration_id, last.written_at, last.number <= c.read_by_structure as opened,
                               last.number - coalesce((select max(s.number) from correspondence.message s
                                   where s.declaration_id = c.declaration_id and s.side = 'STRUCTURE'), 0) as messages
                        from correspondence.conversation c cross join lateral (
                            select m.number, m.side, m.written_at from correspondence.message m
                            where m.declaration_id = c.declaration_id order by m.number desc limit 1) last
                        where last.side = 'DESK' and last.written_at < :before
                        order by last.written_at, c.declaration_id limit :shown
                        """)
                .param("before", Timestamp.from(before))
                .param("shown", SHOWN)
                .query((row, index) -> new Waiting(
                        row.getObject("declaration_id", UUID.class),
                        row.getTimestamp("written_at").toInstant(),
                        row.getInt("messages"),
                        row.getBoolean("opened")))
                .list();
    }
}
