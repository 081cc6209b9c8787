package org.beffroi.correspondence.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MessageStore {
    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message as it is kept.
     *
     * @param account null for whoever holds the secret link
     * @param name as named at that time; empty for whoever holds the secret link
     */
    record Row(
            UUID id,
            UUID declaration,
            int number,
            Instant writtenAt,
            Side side,
            @Nullable UUID account,
            String name,
            String text,
            String key) {}

    /** Up to which number each side has read. */
    record Marks(int desk, int structure) {
        int of(Side side) {
            return side == Side.DESK ? desk : structure;
        }
    }

    /** Holds the conversation against other writers until the transaction ends, and begins it if need be. */
    void hold(UUID declaration, boolean rehearsal) {
        jdbc.sql("""
                        insert into correspondence.conversation (declaration_id, rehearsal) values (:declaration, :rehearsal)
                        on conflict do nothing
                        """)
                .param("declaration", declaration)
                .param("rehearsal", rehearsal)
                .update();
        jdbc.sql("select 1 from correspondence.conversation where declaration_id = :declaration for update")
                .param("declaration", declaration)
                .query(Integer.class)
                .single();
    }

    /** When the structure wants to be told. */
    Timing timing(UUID declaration) {
        return jdbc.sql("select timing from correspondence.conversation where declaration_id = :declaration")
                .param("declaration", declaration)
                .query((row, index) -> Timing.valueOf(row.getString(1)))
                .optional()
                .orElse(Timing.AT_ONCE);
    }

    void choose(UUID declaration, Timing timing) {
        jdbc.sql("update correspondence.conversation set timing = :timing where declaration_id = :declaration")
                .param("declaration", declaration)
                .param("timing", timing.name())
                .update();
    }

    List<Row> of(UUID declaration) {
        return jdbc.sql("""
                        select id, declaration_id, number, written_at, side, account_id, name, text, idempotency_key
                        from correspondence.message where declaration_id = :declaration order by number
                        """)
                .param("declaration", declaration)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("declaration_id", UUID.class),
                        row.getInt("number"),
                        row.getTimestamp("written_at").toInstant(),
                        Side.valueOf(row.getString("side")),
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        row.getString("text"),
                        row.getString("idempotency_key")))
                .list();
    }

    /** Null when there is none of this identifier. */
    @Nullable
    String text(UUID message) {
        return jdbc.sql("select text from correspondence.message where id = :message")
                .param("message", message)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    Optional<Marks> marks(UUID declaration) {
        return jdbc.sql("""
                        select read_by_desk, read_by_structure from correspondence.conversation
                        where declaration_id = :declaration
                        """)
                .param("declaration", declaration)
                .query((row, index) -> new Marks(row.getInt(1), row.getInt(2)))
                .optional();
    }

    /** How much there is, and how much of it the desk has not opened. */
    record Count(UUID declaration, int messages, int unread) {}

    /** In the order asked for. */
    List<Count> counts(List<UUID> declarations) {
        return jdbc.sql("""
                        select a.id, count(m.id),
                               count(m.id) filter (where m.side = 'STRUCTURE' and m.number > c.read_by_desk)
                        from unnest(:declarations) with ordinality as a (id, place)
                        left join correspondence.conversation c on c.declaration_id = a.id
                        left join correspondence.message m on m.declaration_id = a.id
                        group by a.id, a.place order by a.place
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, index) -> new Count(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)))
                .list();
    }

    void add(Row message, boolean awaits) {
        jdbc.sql("""
                        insert into correspondence.message
                            (id, declaration_id, number, written_at, side, account_id, name, text, idempotency_key, awaits)
                        values (:id, :declaration, :number, :at, :side, :account, :name, :text, :key, :awaits)
                        """)
                .param("id", message.id())
                .param("declaration", message.declaration())
                .param("number", message.number())
                .param("at", Timestamp.from(message.writtenAt()))
                .param("side", message.side().name())
                .param("account", message.account(), Types.OTHER)
                .param("name", message.name())
                .param("text", message.text())
                .param("key", message.key())
                .param("awaits", awaits)
                .update();
    }

    /** False: it was read as far before. */
    boolean read(UUID declaration, Side by, int upTo) {
        var column = by == Side.DESK ? "read_by_desk" : "read_by_structure";
        return jdbc.sql("""
                                update correspondence.conversation set %1$s = :upTo
                                where declaration_id = :declaration and %1$s < :upTo
                                """.formatted(column))
                        .param("declaration", declaration)
                        .param("upTo", upTo)
                        .update()
                > 0;
    }

    /** Who read so far, and when: the first who did. */
    void addReading(UUID declaration, Side by, int upTo, Instant at, @Nullable UUID account, String name) {
        jdbc.sql("""
                        insert into correspondence.reading (declaration_id, side, up_to, at, account_id, name)
                        values (:declaration, :side, :upTo, :at, :account, :name) on conflict do nothing
                        """)
                .param("declaration", declaration)
                .param("side", by.name())
                .param("upTo", upTo)
                .param("at", Timestamp.from(at))
                .param("account", account, Types.OTHER)
                .param("name", name)
                .update();
    }
}
