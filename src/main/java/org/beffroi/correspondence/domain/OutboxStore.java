package org.beffroi.correspondence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be handed over, whatever its way. A row is written with its message, in one transaction. */
@Component
class OutboxStore {
    private final JdbcClient jdbc;

    /** Told of in one. */
    private static final int TOGETHER = 49;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What this node has to hand over now.
     *
     * @param attempt counts from 1
     * @param along what else is to be told at the same address now, in one
     */
    record Due(
            UUID message,
            Way way,
            Notices.Kind kind,
            @Nullable PublicReference reference,
            String address,
            Instant createdAt,
            int attempt,
            List<Due> along) {
        Due with(List<Due> others) {
            return new Due(message, way, kind, reference, address, createdAt, attempt, List.copyOf(others));
        }

        /** This one, and those that it tells of too. */
        List<Due> all() {
            return Stream.concat(Stream.of(this), along.stream()).toList();
        }
    }

    /** @param message the message that it tells of, the mail that it answers, the call to another machine, or the step of a call */
    void add(UUID message, Notices.Kind kind, @Nullable PublicReference reference, Reach reach, Instant now) {
        add(message, kind, reference, reach, now, now);
    }

    /**
     * Twice does no harm.
     *
     * @param due not before
     */
    void add(
            UUID message,
            Notices.Kind kind,
            @Nullable PublicReference reference,
            Reach reach,
            Instant now,
            Instant due) {
        jdbc.sql("""
                        insert into correspondence.delivery (message_id, way, kind, reference, address, created_at, due_at)
                        values (:message, :way, :kind, :reference, :address, :now, :due) on conflict do nothing
                        """)
                .param("message", message)
                .param("way", reach.way().name())
                .param("kind", kind.name())
                .param("reference", reference == null ? null : reference.toString())
                .param("address", reach.address())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .update();
    }

    /**
     * Takes one that is due: first of all what wakes somebody, however much waits before it. Whoever dies with it in hand leaves it to others when
     * {@code lease} is over.
     *
     * @param except addresses that are left alone
     */
    Optional<Due> claim(Way way, Instant now, Duration lease, Set<String> except) {
        return claim("kind = 'CALL' and", way, now, lease, except).or(() -> claim("", way, now, lease, except));
    }

    private Optional<Due> claim(String which, Way way, Instant now, Duration lease, Set<String> except) {
        return jdbc.sql("""
                        update correspondence.delivery set attempts = attempts + 1, tried_at = :now, due_at = :later
                        where message_id = (
                            select message_id from correspondence.delivery
                            where %s way = :way and due_at <= :now and not address = any(:except)
                            order by due_at, message_id limit 1 for update skip locked)
                        returning message_id, way, kind, reference, address, created_at, attempts
                        """.formatted(which))
                .param("way", way.name())
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(lease)))
                .param("except", except.toArray(String[]::new))
                .query((row, index) -> due(row))
                .optional();
    }

    /** Takes what else is due at the same address and tells of a message, too: told once of all. */
    Due along(Due first, Instant now, Duration lease) {
        return first.with(jdbc.sql("""
                        update correspondence.delivery set attempts = attempts + 1, tried_at = :now, due_at = :later
                        where message_id in (
                            select message_id from correspondence.delivery
                            where way = :way and address = :address and kind = 'NOTICE' and due_at <= :now
                            order by due_at, message_id limit :most for update skip locked)
                        returning message_id, way, kind, reference, address, created_at, attempts
                        """)
                .param("way", first.way().name())
                .param("address", first.address())
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(lease)))
                .param("most", TOGETHER)
                .query((row, index) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        var reference = row.getString("reference");
        return new Due(
                row.getObject("message_id", UUID.class),
                Way.valueOf(row.getString("way")),
                Notices.Kind.valueOf(row.getString("kind")),
                reference == null ? null : PublicReference.parse(reference).orElseThrow(),
                row.getString("address"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                List.of());
    }

    void handedOver(Due due, How how, Instant now) {
        jdbc.sql("""
                        update correspondence.delivery set handed_over_at = :now, how = :how, due_at = null, fault = null,
                            along_with = nullif(cast(:message as uuid), message_id)
                        where message_id = any(:all)
                        """)
                .param("message", due.message())
                .param("all", due.all().stream().map(Due::message).toArray(UUID[]::new))
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

    /** What became of the key that its address has. */
    void sealed(UUID message, Delivery.Envelope envelope) {
        jdbc.sql("update correspondence.delivery set envelope = :envelope where message_id = :message")
                .param("message", message)
                .param("envelope", envelope.name())
                .update();
    }

    /** A mail server says that it did not arrive after all. */
    void bounced(UUID message, Instant now) {
        jdbc.sql(
                        "update correspondence.delivery set bounced_at = :now where (message_id = :message or along_with = :message) and bounced_at is null")
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

    private static Delivery.State undelivered(ResultSet row) throws SQLException {
        var due = row.getTimestamp("due_at");
        var fault = row.getString("fault");
        if (due == null) {
            return "REFUSED".equals(fault) ? Delivery.State.REFUSED : Delivery.State.GIVEN_UP;
        }
        if (fault != null) {
            return Delivery.State.RETRYING;
        }
        return due.after(row.getTimestamp("created_at")) && row.getTimestamp("tried_at") == null
                ? Delivery.State.DEFERRED
                : Delivery.State.WAITING;
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        var way = Way.valueOf(row.getString("way"));
        var said = row.getString("envelope");
        var envelope = said == null ? null : Delivery.Envelope.valueOf(said);
        var done = row.getTimestamp("handed_over_at");
        var tried = row.getTimestamp("tried_at");
        var due = row.getTimestamp("due_at");
        var bounced = row.getTimestamp("bounced_at");
        if (bounced != null) {
            return new Delivery(
                    way, Delivery.State.BOUNCED, row.getString("address"), bounced.toInstant(), null, envelope);
        }
        var state = done != null
                ? "KEPT".equals(row.getString("how")) ? Delivery.State.KEPT : Delivery.State.HANDED_OVER
                : undelivered(row);
        var at = done != null ? done : tried;
        return new Delivery(
                way,
                state,
                row.getString("address"),
                at == null ? null : at.toInstant(),
                due == null ? null : due.toInstant(),
                envelope);
    }

    /** How many were not taken yet, and how many never will be, of those since then. */
    record Backlog(int waiting, int refused) {}

    Backlog backlog(Way way, Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where due_at is not null and fault is not null),
                               count(*) filter (where (due_at is null and handed_over_at is null) or bounced_at is not null)
                        from correspondence.delivery where way = :way and created_at > :since
                        """)
                .param("way", way.name())
                .param("since", Timestamp.from(since))
                .query((row, index) -> new Backlog(row.getInt(1), row.getInt(2)))
                .single();
    }
}
