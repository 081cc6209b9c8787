package org.beffroi.search.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.beffroi.search.domain.Sheaf.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index, and what is still to be written into it. */
@Component
class IndexStore {
    /** Rows that say the same stay as they are: to write one anew costs the index all its words. */
    private static final String WRITE = """
            insert into search.file as f (declaration_id, view, part, incident_id, world, region, structure_id, open, declared_at, words)
            select n.declaration, n.view, n.part, n.incident, n.world, n.region, n.structure, n.open, n.at,
                array_to_tsvector(string_to_array(n.marks, ' ')) || to_tsvector('simple', n.names) || to_tsvector('french', n.french)
                    || to_tsvector('english', n.english)
            from unnest(cast(:declarations as uuid[]), cast(:views as text[]), cast(:parts as integer[]), cast(:incidents as uuid[]),
                cast(:worlds as text[]), cast(:regions as text[]), cast(:structures as uuid[]), cast(:open as boolean[]),
                cast(:at as timestamptz[]), cast(:marks as text[]), cast(:names as text[]), cast(:french as text[]), cast(:english as text[]))
                as n (declaration, view, part, incident, world, region, structure, open, at, marks, names, french, english)
            on conflict (declaration_id, view, part) do update set incident_id = excluded.incident_id, world = excluded.world,
                region = excluded.region, structure_id = excluded.structure_id, open = excluded.open, declared_at = excluded.declared_at,
                words = excluded.words
            where (f.incident_id, f.world, f.region, f.structure_id, f.open, f.declared_at, f.words) is distinct from
                (excluded.incident_id, excluded.world, excluded.region, excluded.structure_id, excluded.open, excluded.declared_at, excluded.words)
            """;

    private final JdbcClient jdbc;

    IndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last incident read; empty while somebody else writes, if that is not to be waited for. */
    Optional<UUID> bookmark(String name, boolean patient) {
        return jdbc.sql("select incident_id from search.bookmark where name = :name for update"
                        + (patient ? "" : " skip locked"))
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    void bookmark(String name, UUID incident) {
        jdbc.sql("update search.bookmark set incident_id = :incident where name = :name")
                .param("name", name)
                .param("incident", incident)
                .update();
    }

    void add(Collection<UUID> declarations, Instant now) {
        jdbc.sql("""
                        insert into search.waiting (declaration_id, since) select distinct unnest(:ids), cast(:now as timestamptz)
                        on conflict do nothing
                        """)
                .param("ids", declarations.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those of these that the index does not know. */
    List<UUID> unknown(Collection<UUID> declarations) {
        return jdbc.sql("""
                        select id from unnest(:ids) as asked (id)
                        where not exists (select 1 from search.file f where f.declaration_id = asked.id)
                        """)
                .param("ids", declarations.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** The longest waiting first. */
    List<UUID> due(Instant now, int atMost) {
        return jdbc.sql("""
                        select declaration_id from search.waiting where next_at is null or next_at <= :now order by since limit :atMost
                        """)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(UUID.class)
                .list();
    }

    void done(Collection<UUID> declarations) {
        jdbc.sql("delete from search.waiting where declaration_id = any(:ids)")
                .param("ids", declarations.toArray(UUID[]::new))
                .update();
    }

    /** The wait doubles with each failure in a row, up to an hour and some. */
    void postpone(UUID declaration, Instant now) {
        jdbc.sql("""
                        update search.waiting
                        set failures = failures + 1, next_at = cast(:now as timestamptz) + interval '1 minute' * (1 << least(failures, 6))
                        where declaration_id = :id
                        """).param("id", declaration).param("now", Timestamp.from(now)).update();
    }

    /** @param since when the longest waiting was noticed; null: none waits */
    record Backlog(int waiting, int failing, @Nullable Instant since) {}

    Backlog backlog() {
        return jdbc.sql("select count(*), count(*) filter (where failures > 0), min(since) from search.waiting")
                .query((row, number) -> new Backlog(row.getInt(1), row.getInt(2), instant(row.getTimestamp(3))))
                .single();
    }

    /** Since when something waits; empty: nothing does. */
    Optional<Instant> oldest() {
        return jdbc
                .sql("select since from search.waiting where failures = 0 order by since limit 1")
                .query(Timestamp.class)
                .list()
                .stream()
                .map(Timestamp::toInstant)
                .findFirst();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** These rows are all that is known of these declarations from now on. */
    void write(Collection<UUID> declarations, List<Row> rows) {
        jdbc.sql("""
                        delete from search.file f where f.declaration_id = any(:ids) and not exists (
                            select 1 from unnest(cast(:declarations as uuid[]), cast(:views as text[]), cast(:parts as integer[]))
                                as n (declaration, view, part)
                            where n.declaration = f.declaration_id and n.view = f.view and n.part = f.part)
                        """)
                .param("ids", declarations.toArray(UUID[]::new))
                .param("declarations", texts(rows, row -> row.entry().declaration()))
                .param("views", texts(rows, Row::view))
                .param("parts", texts(rows, Row::part))
                .update();
        jdbc.sql(WRITE)
                .param("declarations", texts(rows, row -> row.entry().declaration()))
                .param("views", texts(rows, Row::view))
                .param("parts", texts(rows, Row::part))
                .param("incidents", texts(rows, row -> row.entry().incident()))
                .param("worlds", texts(rows, row -> row.entry().world().code()))
                .param("regions", texts(rows, row -> row.entry().region()))
                .param("structures", texts(rows, row -> row.entry().structure()))
                .param("open", texts(rows, row -> row.entry().open()))
                .param("at", texts(rows, row -> row.entry().declaredAt()))
                .param("marks", texts(rows, row -> Words.joined(row.marks())))
                .param("names", texts(rows, Row::names))
                .param("french", texts(rows, row -> Words.french(row.words())))
                .param("english", texts(rows, row -> Words.joined(row.words())))
                .update();
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
