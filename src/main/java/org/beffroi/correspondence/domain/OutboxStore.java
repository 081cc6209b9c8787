package org.beffroi.correspondence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.domain.MailPost.Fault;
import org.beffroi.correspondence.domain.MailPost.How;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be handed to the post. A row is written with its message, in one transaction. */
@Component
class OutboxStore {
    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mail that this node has to hand over now.
     *
     * @param attempt counts from 1
     */
    record Due(
            UUID message,
            Notices.Kind kind,
            @Nullable PublicReference reference,
            String address,
            Instant createdAt,
            int attempt) {}

    void add(UUID message, PublicReference reference, String address, Instant now) {
        add(message, Notices.Kind.NOTICE, reference, address, now);
    }

    /**
     * Twice does no harm.
     *
     * @param message the message that it tells of, the mail that it answers, or the step of a call
     */
    void add(UUID message, Notices.Kind kind, @Nullable PublicReference reference, String address, Instant now) {
        jdbc.sql("""
                        insert into correspondence.delivery (message_id, kind, reference, address, created_at, due_at)
                        values (:message, :kind, :reference, :address, :now, :now) on conflict do nothing
                        """)
                .param("message", message)
                .param("kind", kind.name())
                .param("reference", reference == null ? null : reference.toString())
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes one that is due. Whoever dies with it in hand leaves it to others when {@code lease} is over. */
    Optional<Due> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                        update correspondence.delivery set attempts = attempts + 1, tried_at = :now, due_at = :later
                        where message_id = (
                            select message_id from correspondence.delivery where due_at <= :now
                            order by due_at, message_id limit 1 for update skip locked)
                        returning message_id, kind, reference, address, created_at, attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(lease)))
                .query((row, index) -> new Due(
                        row.getObject("message_id", UUID.class),
                        Notices.Kind.valueOf(row.getString("kind")),
                        row.getString("reference") == null
                                ? null
                                : PublicReference.parse(row.getString("reference"))
                                        .orElseThrow(),
                        row.getString("address"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    void handedOver(UUID message, How how, Instant now) {
        jdbc.sql("""
                        update correspondence.delivery set handed_over_at = :now, how = :how, due_at = null, fault = null
                        where message_id = :message
                        """)
                .param("message", message)
                .param("how", how.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @param next null: never */
    void failed(UUID message, Fault fault, @Nullable Instant next) {
        jdbc.sql("update correspondence.delivery set fault = :fault, due_at = :next where message_id = :message")
                .param("message", message)
                .param("fault", fault.name())
                .param("next", next == null ? null : Timestamp.from(next), Types.TIMESTAMP)
                .update();
    }

    /** A mail server says that it did not arrive after all. */
    void bounced(UUID message, Instant now) {
        jdbc.sql(
                        "update correspondence.delivery set bounced_at = :now where message_id = :message and bounced_at is null")
                .param("message", message)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** By message. */
    Map<UUID, Delivery> of(UUID declaration) {
        var found = new LinkedHashMap<UUID, Delivery>();
        jdbc.sql("""
                        select d.* from correspondence.delivery d join correspondence.message m on m.id = d.message_id
                        where m.declaration_id = :declaration
                        """).param("declaration", declaration).query(row -> {
            found.put(row.getObject("message_id", UUID.class), delivery(row));
        });
        return found;
    }

    /** By message, of all that came of one mailing. */
    Map<UUID, Delivery> ofMailing(UUID mailing) {
        var found = new LinkedHashMap<UUID, Delivery>();
        jdbc.sql("""
                        select d.* from correspondence.mailing_recipient r
                            join correspondence.message m on m.declaration_id = r.declaration_id and m.number = r.number
                            join correspondence.delivery d on d.message_id = m.id
                        where r.mailing_id = :mailing
                        """).param("mailing", mailing).query(row -> {
            found.put(row.getObject("message_id", UUID.class), delivery(row));
        });
        return found;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var done = row.getTimestamp("handed_over_at");
        var tried = row.getTimestamp("tried_at");
        var due = row.getTimestamp("due_at");
        var bounced = row.getTimestamp("bounced_at");
        if (bounced != null) {
            return new Delivery(Delivery.State.BOUNCED, row.getString("address"), bounced.toInstant(), null);
        }
        var state = done != null
                ? "KEPT".equals(row.getString("how")) ? Delivery.State.KEPT : Delivery.State.HANDED_OVER
                : due == null
                        ? "REFUSED".equals(row.getString("fault")) ? Delivery.State.REFUSED : Delivery.State.GIVEN_UP
                        : row.getString("fault") == null ? Delivery.State.WAITING : Delivery.State.RETRYING;
        var at = done != null ? done : tried;
        return new Delivery(
                state,
                row.getString("address"),
                at == null ? null : at.toInstant(),
                due == null ? null : due.toInstant());
    }

    /** How many the mail server has not taken yet, and how many it never will, of those since then. */
    record Backlog(int waiting, int refused) {}

    Backlog backlog(Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where due_at is not null and fault is not null),
                               count(*) filter (where (due_at is null and handed_over_at is null) or bounced_at is not null)
                        from correspondence.delivery where created_at > :since
                        """)
                .param("since", Timestamp.from(since))
                .query((row, index) -> new Backlog(row.getInt(1), row.getInt(2)))
                .single();
    }
}
