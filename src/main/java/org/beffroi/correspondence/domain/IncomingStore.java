package org.beffroi.correspondence.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that came in, in SQL. */
@Component
class IncomingStore {
    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mail as it is kept.
     *
     * @param ended null: it waits for somebody of the desk
     * @param declaration to which it was put; null: to none
     */
    record Row(
            UUID id,
            Instant sentAt,
            Instant receivedAt,
            String from,
            String name,
            String subject,
            String text,
            List<String> dropped,
            @Nullable String ended,
            @Nullable UUID declaration) {}

    /** @return false when it came before */
    boolean add(UUID id, IncomingMail mail, Instant now) {
        return jdbc.sql("""
                        insert into correspondence.incoming
                            (id, message_id, sent_at, received_at, from_address, from_name, subject, text, dropped)
                        values (:id, :messageId, :sent, :received, :from, :name, :subject, :text, :dropped)
                        on conflict (message_id) do nothing
                        """)
                        .param("id", id)
                        .param("messageId", mail.id())
                        .param("sent", Timestamp.from(mail.sentAt()))
                        .param("received", Timestamp.from(now))
                        .param("from", mail.from())
                        .param("name", mail.name())
                        .param("subject", mail.subject())
                        .param("text", mail.text())
                        .param("dropped", mail.dropped().toArray(String[]::new))
                        .update()
                == 1;
    }

    void addFile(UUID mail, int place, UUID file, String password) {
        jdbc.sql("insert into correspondence.incoming_file values (:mail, :place, :file, :password)")
                .param("mail", mail)
                .param("place", place)
                .param("file", file)
                .param("password", password)
                .update();
    }

    /** @param password of the archive in which it is given out */
    record FileRow(UUID file, String password) {}

    List<FileRow> files(UUID mail) {
        return jdbc.sql(
                        "select file_id, password from correspondence.incoming_file where incoming_id = :mail order by place")
                .param("mail", mail)
                .query((row, number) -> new FileRow(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** The longest wait first. */
    List<Row> waiting(int atMost) {
        return jdbc.sql(
                        "select * from correspondence.incoming where ended is null order by received_at, id limit :most")
                .param("most", atMost)
                .query(IncomingStore::row)
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from correspondence.incoming where id = :id")
                .param("id", id)
                .query(IncomingStore::row)
                .optional();
    }

    /** @return false when somebody had ended it before */
    boolean end(UUID id, String how, @Nullable UUID declaration, Instant now, Viewer by) {
        return jdbc.sql("""
                        update correspondence.incoming set ended = :how, declaration_id = :declaration, ended_at = :now,
                            ended_by = :account, ended_by_name = :name
                        where id = :id and ended is null
                        """)
                        .param("id", id)
                        .param("how", how)
                        .param("declaration", declaration)
                        .param("now", Timestamp.from(now))
                        .param("account", by.account())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /** It was put into the conversation of a declaration that was made of it. */
    void declared(UUID id) {
        jdbc.sql("update correspondence.incoming set ended = 'DECLARED' where id = :id and ended = 'JOINED'")
                .param("id", id)
                .update();
    }

    /** How often this sender was answered since then. */
    int answered(String address, Instant since) {
        return jdbc.sql("""
                        select count(*) from correspondence.delivery
                        where kind <> 'NOTICE' and lower(address) = lower(:address) and created_at > :since
                        """)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Of which declaration a message of ours was; empty when the mail that told of it told of others' too. */
    Optional<UUID> declarationOf(List<UUID> messages) {
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        var told = jdbc.sql("""
                        with first as (select id from correspondence.message where id in (:messages)
                            union select along_with from correspondence.delivery where message_id in (:messages) and along_with is not null)
                        select distinct m.declaration_id from correspondence.message m
                        where m.id in (select id from first)
                            or m.id in (select d.message_id from correspondence.delivery d where d.along_with in (select id from first))
                        limit 2
                        """).param("messages", messages).query(UUID.class).list();
        return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getString("from_address"),
                row.getString("from_name"),
                row.getString("subject"),
                row.getString("text"),
                List.of((String[]) row.getArray("dropped").getArray()),
                row.getString("ended"),
                row.getObject("declaration_id", UUID.class));
    }
}
