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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public keys by address: one for each, the others have ended. */
@Component
class PgpKeyStore {
    private static final String LIVE = "select * from correspondence.pgp_key where ended_at is null ";

    private final JdbcClient jdbc;

    PgpKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param armored as it was checked */
    record Row(UUID id, String address, String armored, boolean compared, Instant keptAt, String keptBy) {}

    List<Row> all() {
        return jdbc.sql(LIVE + "order by address")
                .query((row, index) -> row(row))
                .list();
    }

    Optional<Row> of(String address) {
        return jdbc.sql(LIVE + "and address = lower(:address)")
                .param("address", address)
                .query((row, index) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("armored"),
                row.getBoolean("compared"),
                row.getTimestamp("kept_at").toInstant(),
                row.getString("kept_by"));
    }

    /** In the place of the one that was there. */
    void keep(Row key, Viewer by) {
        end("address = :address", "address", key.address(), by, key.keptAt());
        jdbc.sql("""
                        insert into correspondence.pgp_key (id, address, armored, compared, kept_at, account_id, kept_by)
                        values (:id, :address, :armored, :compared, :now, :account, :by)
                        """)
                .param("id", key.id())
                .param("address", key.address())
                .param("armored", key.armored())
                .param("compared", key.compared())
                .param("now", Timestamp.from(key.keptAt()))
                .param("account", by.account(), Types.OTHER)
                .param("by", by.name())
                .update();
    }

    /** @return false when there is none */
    boolean compare(UUID id) {
        return jdbc.sql("update correspondence.pgp_key set compared = true where id = :id and ended_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false when there was none */
    boolean drop(UUID id, Viewer by, Instant now) {
        return end("id = :id", "id", id, by, now);
    }

    private boolean end(String which, String name, Object value, Viewer by, Instant now) {
        return jdbc.sql("update correspondence.pgp_key set ended_at = :now, ended_by = :by where ended_at is null and "
                                + which)
                        .param(name, value)
                        .param("now", Timestamp.from(now))
                        .param("by", by.name())
                        .update()
                == 1;
    }
}
