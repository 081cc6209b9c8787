package org.beffroi.correspondence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.domain.Mailing.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailingStore {
    private static final String COUNTED = """
            select g.id, g.ordered_at, g.name, g.audience, g.text, count(*) as structures, count(r.number) as written,
                count(r.refused) as refused, count(*) filter (where c.read_by_structure >= r.number) as opened,
                count(*) filter (where exists (select 1 from correspondence.message m
                    where m.declaration_id = r.declaration_id and m.side = 'STRUCTURE' and m.number > r.number)) as answered
            from correspondence.mailing g join correspondence.mailing_recipient r on r.mailing_id = g.id
                left join correspondence.conversation c on c.declaration_id = r.declaration_id
            """;

    private final JdbcClient jdbc;

    MailingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False: something was sent under this key before. */
    boolean add(UUID id, UUID incident, Order order, @Nullable UUID account, String name, Instant now) {
        return jdbc.sql("""
                                insert into correspondence.mailing (id, incident_id, audience, unverified, language, text,
                                    account_id, name, ordered_at, idempotency_key)
                                values (:id, :incident, :audience, :unverified, :language, :text, :account, :name, :now, :key)
                                on conflict (idempotency_key) do nothing
                                """)
                        .param("id", id)
                        .param("incident", incident)
                        .param("audience", order.audience().name())
                        .param("unverified", order.unverified())
                        .param("language", order.language())
                        .param("text", order.text())
                        .param("account", account, Types.OTHER)
                        .param("name", name)
                        .param("now", Timestamp.from(now))
                        .param("key", order.key())
                        .update()
                == 1;
    }

    /** Something that was sent before. */
    record Known(UUID id, String text) {}

    Optional<Known> byKey(String key) {
        return jdbc.sql("select id, text from correspondence.mailing where idempotency_key = :key")
                .param("key", key)
                .query((row, number) -> new Known(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    void addRecipients(UUID mailing, List<UUID> declarations) {
        jdbc.sql("""
                        insert into correspondence.mailing_recipient (mailing_id, declaration_id)
                        select :mailing, unnest(:declarations)
                        """)
                .param("mailing", mailing)
                .param("declarations", declarations.toArray(UUID[]::new))
                .update();
    }

    /** One that is still to be written. */
    record Due(
            UUID mailing,
            UUID declaration,
            String language,
            String text,
            @Nullable UUID account,
            String name) {}

    /** Held until the transaction ends; what another node holds is passed over. */
    Optional<Due> next() {
        return jdbc.sql("""
                        select g.id, r.declaration_id, g.language, g.text, g.account_id, g.name
                        from correspondence.mailing_recipient r join correspondence.mailing g on g.id = r.mailing_id
                        where r.number is null and r.refused is null
                        order by r.mailing_id, r.declaration_id limit 1 for update of r skip locked
                        """)
                .query((row, number) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6)))
                .optional();
    }

    void written(Due due, int number) {
        jdbc.sql("""
                        update correspondence.mailing_recipient set number = :number
                        where mailing_id = :mailing and declaration_id = :declaration
                        """)
                .param("number", number)
                .param("mailing", due.mailing())
                .param("declaration", due.declaration())
                .update();
    }

    void refused(Due due, String key) {
        jdbc.sql("""
                        update correspondence.mailing_recipient set refused = :key
                        where mailing_id = :mailing and declaration_id = :declaration
                        """)
                .param("key", key)
                .param("mailing", due.mailing())
                .param("declaration", due.declaration())
                .update();
    }

    /** Those that went to any of these, the newest first. */
    List<Mailing> to(List<UUID> declarations) {
        return jdbc.sql(COUNTED + """
                        where g.id in (select mailing_id from correspondence.mailing_recipient where declaration_id = any(:declarations))
                        group by g.id order by g.id desc
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query(MailingStore::mailing)
                .list();
    }

    Optional<Mailing> find(UUID mailing) {
        return jdbc.sql(COUNTED + "where g.id = :id group by g.id")
                .param("id", mailing)
                .query(MailingStore::mailing)
                .optional();
    }

    private static Mailing mailing(ResultSet row, int number) throws SQLException {
        return new Mailing(
                row.getObject("id", UUID.class),
                row.getTimestamp("ordered_at").toInstant(),
                row.getString("name"),
                Audience.valueOf(row.getString("audience")),
                row.getString("text"),
                row.getInt("structures"),
                row.getInt("written"),
                row.getInt("refused"),
                row.getInt("opened"),
                row.getInt("answered"));
    }

    /** What became of one. */
    record Fate(
            UUID declaration,
            @Nullable UUID message,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            boolean answered,
            @Nullable String refused) {}

    /** Those who have not opened it first. */
    List<Fate> fates(UUID mailing) {
        return jdbc.sql("""
                        select r.declaration_id, m.id as message, r.refused, first.at, first.name,
                            exists (select 1 from correspondence.message a where a.declaration_id = r.declaration_id
                                and a.side = 'STRUCTURE' and a.number > r.number) as answered
                        from correspondence.mailing_recipient r
                            left join correspondence.message m on m.declaration_id = r.declaration_id and m.number = r.number
                            left join lateral (select g.at, g.name from correspondence.reading g
                                where g.declaration_id = r.declaration_id and g.side = 'STRUCTURE' and g.up_to >= r.number
                                order by g.up_to limit 1) first on true
                        where r.mailing_id = :mailing order by first.at nulls first, r.declaration_id
                        """)
                .param("mailing", mailing)
                .query((row, number) -> new Fate(
                        row.getObject("declaration_id", UUID.class),
                        row.getObject("message", UUID.class),
                        row.getTimestamp("at") == null
                                ? null
                                : row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getBoolean("answered"),
                        row.getString("refused")))
                .list();
    }

    /** Where the desk had the last word, or wrote what was not opened: of these. */
    List<UUID> waitingFor(List<UUID> declarations, Audience audience) {
        var waits = audience == Audience.NOT_OPENED
                ? "desk.number > c.read_by_structure"
                : "desk.number > coalesce(s.number, 0)";
        return jdbc.sql("""
                        select c.declaration_id from correspondence.conversation c
                            cross join lateral (select max(m.number) as number from correspondence.message m
                                where m.declaration_id = c.declaration_id and m.side = 'DESK') desk
                            cross join lateral (select max(m.number) as number from correspondence.message m
                                where m.declaration_id = c.declaration_id and m.side = 'STRUCTURE') s
                        where c.declaration_id = any(:declarations) and\s""" + waits)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
