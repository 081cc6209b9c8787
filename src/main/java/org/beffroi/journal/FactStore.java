package org.beffroi.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.beffroi.shared.Fact;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class FactStore {
    private static final TypeReference<Map<String, String>> SUBJECTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    /** From world to world over the index: PostgreSQL would read every fact for a {@code distinct}. */
    private static final String EACH_WORLD = """
            with recursive each (world) as (
                (select world from journal.fact order by world limit 1)
                union all
                select (select world from journal.fact where world > each.world order by world limit 1)
                from each where each.world is not null)
            select world from each where world is not null
            """;

    /** Rows that the driver holds at a time. */
    private static final int FETCHED = 5000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;
    private volatile @Nullable SubjectHash hash;

    FactStore(JdbcClient jdbc, JdbcTemplate batch, JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** A fact on its way into the journal. */
    record Entry(Fact fact, Instant recordedAt) {}

    /** In their order, and all in one round trip. */
    void append(List<Entry> entries) {
        batch.batchUpdate("""
                        insert into journal.fact (type, world, happened_at, recorded_at, subjects, data)
                        values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))
                        """, entries.stream().map(this::columns).toList());
    }

    private Object[] columns(Entry entry) {
        var fact = entry.fact();
        var salted = salt();
        var subjects = new HashMap<String, String>();
        fact.subjects().forEach((kind, id) -> subjects.put(kind, salted.of(kind, id)));
        return new Object[] {
            fact.type(),
            fact.world().code(),
            Timestamp.from(fact.happenedAt()),
            Timestamp.from(entry.recordedAt()),
            json.writeValueAsString(subjects),
            json.writeValueAsString(fact.data())
        };
    }

    List<Journal.Recorded> read(Instant knownAt, World world, Collection<String> types) {
        return select(knownAt, world, types).query(this::recorded).list();
    }

    void each(Instant knownAt, World world, Collection<String> types, Consumer<Journal.Recorded> reader) {
        RowCallbackHandler row = result -> reader.accept(recorded(result, result.getRow()));
        select(knownAt, world, types).withFetchSize(FETCHED).query(row);
    }

    private JdbcClient.StatementSpec select(Instant knownAt, World world, Collection<String> types) {
        return jdbc.sql("""
                        select position, type, happened_at, recorded_at, subjects, data from journal.fact
                        where world = :world and recorded_at <= :known and type in (:types)
                        order by recorded_at, position
                        """)
                .param("world", world.code())
                .param("known", Timestamp.from(knownAt))
                .param("types", types);
    }

    private Journal.Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Journal.Recorded(
                row.getLong("position"),
                row.getString("type"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                json.readValue(row.getString("subjects"), SUBJECTS),
                json.readValue(row.getString("data"), DATA));
    }

    long lastPosition(Instant knownAt, World world) {
        return jdbc.sql("""
                        select coalesce((select position from journal.fact where world = :world and recorded_at <= :known
                            order by recorded_at desc, position desc limit 1), 0)
                        """)
                .param("world", world.code())
                .param("known", Timestamp.from(knownAt))
                .query(Long.class)
                .single();
    }

    Set<World> worlds() {
        return jdbc.sql(EACH_WORLD).query(String.class).list().stream()
                .map(World::new)
                .collect(Collectors.toSet());
    }

    /** The newest salt. The migration made it, so every transaction sees the same, also one that is taken back. */
    private SubjectHash salt() {
        var known = hash;
        if (known == null) {
            known = jdbc.sql("select version, salt from journal.salt order by version desc limit 1")
                    .query((row, number) -> new SubjectHash(row.getInt("version"), row.getBytes("salt")))
                    .single();
            hash = known;
        }
        return known;
    }
}
