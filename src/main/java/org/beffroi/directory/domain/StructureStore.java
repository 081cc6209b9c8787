package org.beffroi.directory.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.beffroi.access.Scope;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Structures as others see them. */
@Repository
class StructureStore {
    private final JdbcClient jdbc;
    private final Categories categories;

    StructureStore(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    Optional<Structure> byFiness(String finess) {
        return one("s.finess = :key", finess);
    }

    Optional<Structure> byId(UUID id) {
        return one("s.id = :key", id);
    }

    private Optional<Structure> one(String where, Object key) {
        return jdbc.sql("select " + StructureRow.COLUMNS + " from " + StructureRow.TABLES + " where " + where)
                .param("key", key)
                .query((row, number) -> StructureRow.structure(row, categories))
                .optional();
    }

    /** A name that begins as typed comes first, then those with an emergency department, then the larger ones. */
    List<Structure> find(StructureQuery query, LocalDate today) {
        var words = SearchText.typed(query.typed());
        if (words.isEmpty() && !query.typed().isBlank()) {
            return List.of();
        }
        var conditions = new ArrayList<String>();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            conditions.add("s.search like :word" + i);
            parameters.put("word" + i, SearchText.pattern(words.get(i)));
        }
        parameters.put("start", SearchText.start(query.typed()));
        parameters.put("limit", Math.clamp(query.limit(), 0, 500));
        bounds(query, today, conditions, parameters);
        return jdbc.sql("""
                        with found as materialized (
                            select s.id, s.search like :start as starts, s.weight, s.name
                            from directory.structure s
                            where %s
                            order by starts desc, s.weight desc, s.name, s.id
                            limit :limit)
                        select %s from found f join (%s) on s.id = f.id
                        order by f.starts desc, f.weight desc, f.name, f.id
                        """.formatted(String.join(" and ", conditions), StructureRow.COLUMNS, StructureRow.TABLES))
                .params(parameters)
                .query((row, number) -> StructureRow.structure(row, categories))
                .list();
    }

    private void bounds(
            StructureQuery query, LocalDate today, List<String> conditions, Map<String, Object> parameters) {
        if (!query.closedToo()) {
            conditions.add("(s.closed_on is null or s.closed_on > :today)");
            parameters.put("today", today);
        }
        if (!query.foreignToo()) {
            conditions.add("s.country = 'FR'");
        }
        if (query.region() != null) {
            conditions.add("s.region = :region");
            parameters.put("region", query.region());
        }
        if (query.group() != null) {
            conditions.add("s.category = any(:categories)");
            parameters.put("categories", categories.ofGroup(query.group()).toArray(String[]::new));
        }
        var scope = query.scope().on("s.region", "s.id");
        conditions.add(scope.sql());
        parameters.putAll(scope.parameters());
    }

    /** @param column of our own SQL, never from a request */
    Optional<Structure> within(Scope scope, String column, Object key) {
        var clause = scope.on("s.region", "s.id");
        return jdbc.sql("select " + StructureRow.COLUMNS + " from " + StructureRow.TABLES + " where " + column
                        + " = :key and " + clause.sql())
                .param("key", key)
                .params(clause.parameters())
                .query((row, number) -> StructureRow.structure(row, categories))
                .optional();
    }

    List<Structure> siblings(Structure structure, Scope scope, LocalDate today) {
        var clause = scope.on("s.region", "s.id");
        return jdbc.sql("select " + StructureRow.COLUMNS + " from " + StructureRow.TABLES
                        + " where s.legal_entity = :entity and s.id <> :id"
                        + " and (s.closed_on is null or s.closed_on > :today) and " + clause.sql()
                        + " order by s.weight desc, s.name, s.id limit 20")
                .param("entity", structure.legalEntityFiness())
                .param("id", structure.id())
                .param("today", today)
                .params(clause.parameters())
                .query((row, number) -> StructureRow.structure(row, categories))
                .list();
    }

    StructureSheet sheet(Structure structure, List<Contact> contacts, List<Structure> siblings) {
        return jdbc.sql("select long_name, address, postcode, siret, opened_on from directory.structure where id = :id")
                .param("id", structure.id())
                .query((row, number) -> new StructureSheet(
                        structure,
                        row.getString("long_name"),
                        row.getString("address"),
                        row.getString("postcode"),
                        row.getString("siret"),
                        StructureRow.day(row, "opened_on"),
                        contacts,
                        siblings))
                .single();
    }

    /** Enters a structure of another country, unless its key is there already. */
    void insertForeign(UUID id, Foreign foreign, Instant now) {
        jdbc.sql("""
                        insert into directory.structure
                            (id, external_key, country, name, category, region, search, created_at, changed_at)
                        values (:id, :externalKey, :country, :name, :category, :region, :search, :now, :now)
                        on conflict (country, external_key) do nothing
                        """)
                .param("id", id)
                .param("externalKey", foreign.externalKey())
                .param("country", foreign.country())
                .param("name", foreign.name())
                .param("category", foreign.category())
                .param("region", foreign.region())
                .param("search", SearchText.of(foreign.name()))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Structure> byExternalKey(String country, String externalKey) {
        return jdbc.sql("select " + StructureRow.COLUMNS + " from " + StructureRow.TABLES
                        + " where s.country = :country and s.external_key = :key")
                .param("country", country)
                .param("key", externalKey)
                .query((row, number) -> StructureRow.structure(row, categories))
                .optional();
    }

    /** Open structures of France by category and region; those without region under an empty text. */
    Map<String, Map<String, Long>> openByCategoryAndRegion(LocalDate today) {
        var counts = new TreeMap<String, Map<String, Long>>();
        jdbc.sql("""
                        select category, coalesce(region, '') as region, count(*) as structures from directory.structure
                        where country = 'FR' and (closed_on is null or closed_on > :today)
                        group by 1, 2
                        """).param("today", today).query(row -> {
            counts.computeIfAbsent(row.getString("category"), category -> new TreeMap<>())
                    .put(row.getString("region"), row.getLong("structures"));
        });
        return counts;
    }

    /**
     * @param externalKey what an import calls it
     */
    record Foreign(String country, @Nullable String region, String category, String externalKey, String name) {}
}
