package org.beffroi.incident.rota.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RotaStore {
    private final JdbcClient jdbc;

    RotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose turn it is. */
    record Turn(Slot slot, int rank, UUID account, String name) {}

    /** In order of days and ranks. */
    List<Turn> between(LocalDate from, LocalDate before) {
        return jdbc.sql("""
                        select day, part, rank, account_id, account_name from incident.rota
                        where ended_at is null and day >= :from and day < :before order by day, part, rank
                        """)
                .param("from", from)
                .param("before", before)
                .query(RotaStore::turn)
                .list();
    }

    List<Turn> of(Slot slot) {
        return jdbc.sql("""
                        select day, part, rank, account_id, account_name from incident.rota
                        where ended_at is null and day = :day and part = :part order by rank
                        """)
                .param("day", slot.day())
                .param("part", slot.part().name())
                .query(RotaStore::turn)
                .list();
    }

    List<Turn> of(UUID account, LocalDate from) {
        return jdbc.sql("""
                        select day, part, rank, account_id, account_name from incident.rota
                        where ended_at is null and account_id = :account and day >= :from order by day, part, rank
                        """)
                .param("account", account)
                .param("from", from)
                .query(RotaStore::turn)
                .list();
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                new Slot(row.getObject("day", LocalDate.class), Part.valueOf(row.getString("part"))),
                row.getInt("rank"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"));
    }

    /** How often a week was changed; none: never. */
    Map<LocalDate, Integer> versions(LocalDate from, LocalDate before) {
        return jdbc
                .sql("select monday, version from incident.rota_week where monday >= :from and monday < :before")
                .param("from", from)
                .param("before", before)
                .query((row, number) -> Map.entry(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The last change of a week. */
    record Seal(
            int version,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    /** Until the transaction ends, nobody else changes that week. */
    Seal lock(LocalDate monday) {
        jdbc.sql("insert into incident.rota_week (monday, version) values (:monday, 0) on conflict do nothing")
                .param("monday", monday)
                .update();
        return jdbc.sql(
                        "select version, changed_at, changed_by from incident.rota_week where monday = :monday for update")
                .param("monday", monday)
                .query((row, number) -> new Seal(
                        row.getInt(1),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getString(3)))
                .single();
    }

    void changed(LocalDate monday, Instant now, Viewer by) {
        jdbc.sql("""
                        update incident.rota_week set version = version + 1, changed_at = :now, changed_by = :by
                        where monday = :monday
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by.name())
                .param("monday", monday)
                .update();
    }

    void end(Slot slot, int rank, Instant now, Viewer by) {
        jdbc.sql("""
                        update incident.rota set ended_at = :now, ended_by_name = :by
                        where day = :day and part = :part and rank = :rank and ended_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by.name())
                .param("day", slot.day())
                .param("part", slot.part().name())
                .param("rank", rank)
                .update();
    }

    void begin(Turn turn, Instant now, Viewer by) {
        jdbc.sql("""
                        insert into incident.rota (id, day, part, rank, account_id, account_name, at, by_account, by_name)
                        values (:id, :day, :part, :rank, :account, :name, :now, cast(:by as uuid), :byName)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("day", turn.slot().day())
                .param("part", turn.slot().part().name())
                .param("rank", turn.rank())
                .param("account", turn.account())
                .param("name", turn.name())
                .param("now", Timestamp.from(now))
                .param("by", by.account())
                .param("byName", by.name())
                .update();
    }
}
