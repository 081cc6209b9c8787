package org.beffroi.declaration.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WithdrawalStore {
    private final JdbcClient jdbc;

    WithdrawalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that has not ended. */
    Optional<Withdrawal> live(UUID declaration) {
        return jdbc.sql("""
                        select reason, words, at, author, by_name from declaration.withdrawal
                        where declaration_id = :declaration and ended_at is null
                        """)
                .param("declaration", declaration)
                .query((row, number) -> new Withdrawal(
                        row.getString("reason"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant(),
                        Author.valueOf(row.getString("author")),
                        row.getString("by_name").isEmpty() ? null : row.getString("by_name")))
                .optional();
    }

    /** False: it is withdrawn already. */
    boolean add(UUID declaration, Withdrawal withdrawal, Viewer by) {
        return jdbc.sql("""
                                insert into declaration.withdrawal (id, declaration_id, reason, words, at, by_account, by_name, author)
                                values (:id, :declaration, :reason, :words, :at, :account, :name, :author)
                                on conflict (declaration_id) where ended_at is null do nothing
                                """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("declaration", declaration)
                        .param("reason", withdrawal.reason())
                        .param("words", withdrawal.words())
                        .param("at", Timestamp.from(withdrawal.at()))
                        .param("account", by.account(), Types.OTHER)
                        .param("name", by.name())
                        .param("author", withdrawal.author().name())
                        .update()
                == 1;
    }

    /** False: it was not withdrawn. */
    boolean end(UUID declaration, Instant now, Viewer by) {
        return jdbc.sql("""
                                update declaration.withdrawal set ended_at = :now, ended_by_account = :account, ended_by_name = :name
                                where declaration_id = :declaration and ended_at is null
                                """)
                        .param("declaration", declaration)
                        .param("now", Timestamp.from(now))
                        .param("account", by.account(), Types.OTHER)
                        .param("name", by.name())
                        .update()
                == 1;
    }
}
