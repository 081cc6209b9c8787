package org.beffroi.correspondence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told what happens here, and what of it is on its way. Addresses and secrets are locked. */
@Component
class WebhookStore {
    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param secret locked, as is {@code address} */
    record Locked(String address, String secret, @Nullable String oldSecret) {}

    void add(Webhook hook, Locked locked, @Nullable UUID account) {
        jdbc.sql("""
                        insert into correspondence.webhook (id, name, host, address, secret, rehearsals, made_at, account_id, made_by)
                        values (:id, :name, :host, :address, :secret, :rehearsals, :now, :account, :by)
                        """)
                .param("id", hook.id())
                .param("name", hook.name())
                .param("host", hook.host())
                .param("address", locked.address())
                .param("secret", locked.secret())
                .param("rehearsals", hook.rehearsals())
                .param("now", Timestamp.from(hook.madeAt()))
                .param("account", account, Types.OTHER)
                .param("by", hook.madeBy())
                .update();
    }

    /** Those that go on first, then the newest. */
    List<Webhook> all() {
        return jdbc.sql("select * from correspondence.webhook order by ended_at is not null, made_at desc, id")
                .query((row, index) -> hook(row))
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from correspondence.webhook where id = :id")
                .param("id", id)
                .query((row, index) -> hook(row))
                .optional();
    }

    private static Webhook hook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("host"),
                row.getBoolean("rehearsals"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                instant(row, "old_secret_until"),
                instant(row, "failing_since"),
                row.getString("ended"),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }

    void replaceSecret(UUID id, String locked, Instant oldUntil) {
        jdbc.sql("""
                        update correspondence.webhook set old_secret = secret, old_secret_until = :until, secret = :secret
                        where id = :id
                        """)
                .param("id", id)
                .param("secret", locked)
                .param("until", Timestamp.from(oldUntil))
                .update();
    }

    /** @return false when it had ended before */
    boolean end(UUID id, String why, @Nullable Viewer by, Instant now) {
        var ended = jdbc.sql("""
                        update correspondence.webhook set ended = :why, ended_at = :now, ended_by = :by
                        where id = :id and ended is null
                        """)
                        .param("id", id)
                        .param("why", why)
                        .param("by", by == null ? null : by.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        jdbc.sql("""
                        update correspondence.delivery d set due_at = null from correspondence.webhook_call c
                        where c.webhook_id = :id and d.message_id = c.id and d.handed_over_at is null
                        """).param("id", id).update();
        return ended;
    }

    boolean anybodyListens() {
        return jdbc.sql("select exists (select 1 from correspondence.webhook where ended is null)")
                .query(Boolean.class)
                .single();
    }

    /** Those that are told of this world: rehearsals only where they were asked for, and nothing that was imported into others. */
    List<Webhook> listening(World world) {
        return jdbc.sql("""
                        select * from correspondence.webhook
                        where ended is null and (:national or (:rehearsal and rehearsals)) order by id
                        """)
                .param("national", world.equals(World.NATIONAL))
                .param("rehearsal", world.isRehearsal())
                .query((row, index) -> hook(row))
                .list();
    }

    /** @return false when it was told of this event before */
    boolean addCall(UUID call, UUID hook, WebhookEvent event, String body) {
        return jdbc.sql("""
                        insert into correspondence.webhook_call (id, webhook_id, event_id, kind, reference, at, body)
                        values (:id, :hook, :event, :kind, :reference, :at, :body) on conflict do nothing
                        """)
                        .param("id", call)
                        .param("hook", hook)
                        .param("event", event.id())
                        .param("kind", event.kind())
                        .param(
                                "reference",
                                event.reference() == null
                                        ? null
                                        : event.reference().toString())
                        .param("at", Timestamp.from(event.at()))
                        .param("body", body)
                        .update()
                == 1;
    }

    /**
     * What a call needs to be posted.
     *
     * @param ended the machine is told nothing any more
     */
    record Envelope(
            UUID webhook,
            UUID event,
            String body,
            boolean ended,
            @Nullable Instant oldUntil,
            Locked locked) {}

    Optional<Envelope> envelope(UUID call) {
        return jdbc.sql("""
                        select c.webhook_id, c.event_id, c.body, w.ended, w.address, w.secret, w.old_secret, w.old_secret_until
                        from correspondence.webhook_call c join correspondence.webhook w on w.id = c.webhook_id where c.id = :call
                        """)
                .param("call", call)
                .query((row, index) -> new Envelope(
                        row.getObject("webhook_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getString("body"),
                        row.getString("ended") != null,
                        instant(row, "old_secret_until"),
                        new Locked(row.getString("address"), row.getString("secret"), row.getString("old_secret"))))
                .optional();
    }

    /** @param taken whether it was, so that the machine is well again */
    void answered(UUID call, UUID hook, String answer, boolean taken, Instant now) {
        jdbc.sql("update correspondence.webhook_call set answer = :answer where id = :call")
                .param("call", call)
                .param("answer", answer)
                .update();
        jdbc.sql("""
                        update correspondence.webhook
                        set failing_since = case when :taken then null else coalesce(failing_since, :now) end where id = :hook
                        """)
                .param("hook", hook)
                .param("taken", taken)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Webhook.HookCall> calls(UUID hook, int atMost) {
        return jdbc.sql("""
                        select c.event_id, c.kind, c.reference as about, c.at, c.answer, d.* from correspondence.webhook_call c
                        join correspondence.delivery d on d.message_id = c.id
                        where c.webhook_id = :hook order by c.id desc limit :atMost
                        """)
                .param("hook", hook)
                .param("atMost", atMost)
                .query((row, index) -> {
                    var delivery = OutboxStore.delivery(row);
                    return new Webhook.HookCall(
                            row.getObject("event_id", UUID.class),
                            row.getString("kind"),
                            row.getString("about"),
                            row.getTimestamp("at").toInstant(),
                            delivery.state(),
                            row.getString("answer"),
                            row.getInt("attempts"),
                            delivery.at(),
                            delivery.next());
                })
                .list();
    }

    /** What happened, and was posted or given up, before then goes; some at once, so that nothing waits for it. */
    void forgetCallsBefore(Instant then) {
        jdbc.sql("""
                        with old as (select c.id from correspondence.webhook_call c join correspondence.delivery d on d.message_id = c.id
                                where c.at < :then and d.created_at < :then and d.due_at is null limit 500),
                            deliveries as (delete from correspondence.delivery where message_id in (select id from old))
                        delete from correspondence.webhook_call where id in (select id from old)
                        """).param("then", Timestamp.from(then)).update();
    }

    /** The last incident that was read; empty while another node reads on. */
    Optional<UUID> bookmark(String name) {
        return jdbc.sql(
                        "select incident_id from correspondence.webhook_bookmark where name = :name for update skip locked")
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    void bookmark(String name, UUID incident) {
        jdbc.sql("update correspondence.webhook_bookmark set incident_id = :incident where name = :name")
                .param("name", name)
                .param("incident", incident)
                .update();
    }
}
