package org.beffroi.coordination.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which declarations the rules are still to be asked of. */
@Component
class WaitingStore {
    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last incident read; empty while another node reads on. */
    Optional<UUID> bookmark(String name) {
        return jdbc.sql("select incident_id from coordination.bookmark where name = :name for update skip locked")
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    void bookmark(String name, UUID incident) {
        jdbc.sql("update coordination.bookmark set incident_id = :incident where name = :name")
                .param("name", name)
                .param("incident", incident)
                .update();
    }

    /** Those that are known already stay as they are. */
    void add(List<UUID> declarations) {
        jdbc.sql("""
                        insert into coordination.declared (declaration_id)
                        select unnest(:ids) on conflict do nothing
                        """).param("ids", declarations.toArray(UUID[]::new)).update();
    }

    List<UUID> due(Instant now, int atMost) {
        return jdbc.sql("""
                        select declaration_id from coordination.declared
                        where waits and (next_at is null or next_at <= :now) order by declaration_id limit :atMost
                        """)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(UUID.class)
                .list();
    }

    /** The wait doubles with each failure in a row, up to an hour and some. */
    void postpone(UUID declaration, Instant now) {
        jdbc.sql("""
                        update coordination.declared
                        set failures = failures + 1, next_at = cast(:now as timestamptz) + interval '1 minute' * (1 << least(failures, 6))
                        where declaration_id = :id
                        """).param("id", declaration).param("now", Timestamp.from(now)).update();
    }

    /** How many have failed so far and wait to be tried again. */
    int failing() {
        return jdbc.sql("select count(*) from coordination.declared where waits and failures > 0")
                .query(Integer.class)
                .single();
    }
}
