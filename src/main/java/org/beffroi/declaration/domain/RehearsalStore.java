package org.beffroi.declaration.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.shared.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RehearsalStore {
    /** Those that go on first. */
    private static final String SELECT =
            "select id, number, name, speed, code, opened_at, opened_by_name, ended_at from declaration.rehearsal r where ";

    private final JdbcClient jdbc;

    RehearsalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID open(String name, int speed, String code, Instant now, Viewer by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into declaration.rehearsal (id, name, speed, code, opened_at, opened_by, opened_by_name)
                        values (:id, :name, :speed, :code, :now, :account, :by)
                        """)
                .param("id", id)
                .param("name", name)
                .param("speed", speed)
                .param("code", code)
                .param("now", Timestamp.from(now))
                .param("account", Objects.requireNonNull(by.account()))
                .param("by", by.name())
                .update();
        return id;
    }

    /** @return false when it had ended before */
    boolean end(UUID id, Instant now, Viewer by) {
        return jdbc.sql(
                                "update declaration.rehearsal set ended_at = :now, ended_by_name = :by where id = :id and ended_at is null")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    Optional<Rehearsal> byCode(String code) {
        return jdbc.sql(SELECT + "code = :code")
                .param("code", code)
                .query(RehearsalStore::row)
                .optional();
    }

    Optional<Rehearsal> byNumber(long number) {
        return jdbc.sql(SELECT + "number = :number")
                .param("number", number)
                .query(RehearsalStore::row)
                .optional();
    }

    /** The desk's are everybody's of the desk; others see their own. */
    Optional<Rehearsal> byId(UUID id, Viewer viewer) {
        return jdbc.sql(SELECT + "id = :id and (:desk or opened_by = :account)")
                .param("id", id)
                .param("desk", viewer.atTheDesk())
                .param("account", viewer.account())
                .query(RehearsalStore::row)
                .optional();
    }

    List<Rehearsal> latest(Viewer viewer, int atMost) {
        return jdbc.sql(SELECT
                        + "(:desk or opened_by = :account) order by (ended_at is not null), opened_at desc limit :most")
                .param("desk", viewer.atTheDesk())
                .param("account", viewer.account())
                .param("most", atMost)
                .query(RehearsalStore::row)
                .list();
    }

    /** What was declared in a rehearsal, the latest first. */
    List<UUID> declared(World world, Viewer viewer, int atMost) {
        var rights = DeclarationStore.rights(viewer);
        return jdbc.sql("select d.id from declaration.declaration d where d.world = :world and " + rights.sql()
                        + " order by d.declared_at desc, d.id limit :most")
                .params(rights.parameters())
                .param("world", world.code())
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    private static Rehearsal row(ResultSet row, int index) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Rehearsal(
                row.getObject("id", UUID.class),
                World.rehearsal(row.getLong("number")),
                row.getString("name"),
                row.getInt("speed"),
                row.getString("code"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                ended == null ? null : ended.toInstant());
    }
}
