package org.beffroi.search.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.search.domain.Wish.Term;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks into the index: what of it is for the viewer stands in each statement. */
@Component
class LookupStore {
    /** What the stop words of French or of English leave nothing of tells no text from another. */
    private static final String UNDERSTAND = """
            select numnode(f) > 0 and numnode(e) > 0 as tells, (f || e || s)::text as stems
            from unnest(:plain, :french) with ordinality as t (plain, french, place)
            cross join lateral (select phraseto_tsquery('french', t.french) as f, phraseto_tsquery('english', t.plain) as e,
                phraseto_tsquery('simple', t.plain) as s) q
            order by place
            """;

    private static final String SCOPED = """
            select f.incident_id, f.declaration_id, f.declared_at
            from search.file f
            where f.words @@ cast(:sought as tsquery) and f.view = :view and f.world = :world and %s
            order by f.declared_at desc, f.declaration_id limit :limit
            """;

    /** An incident in which the viewer sees a declaration; dated by these, for the age of the others is not theirs to know. */
    private static final String TOLD = """
            select f.incident_id, f.declaration_id, max(d.declared_at) as declared_at
            from search.file f join search.file d on d.incident_id = f.incident_id and d.view = 'NAMES' and d.part = 0
            where f.words @@ cast(:sought as tsquery) and f.view = :view and f.world = :world and %s
            group by f.incident_id, f.declaration_id
            order by 3 desc, f.declaration_id limit :limit
            """;

    private final JdbcClient jdbc;

    LookupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction: by the index, and for these very words. */
    void prepare() {
        jdbc.sql(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)")
                .query()
                .listOfRows();
    }

    /**
     * What PostgreSQL makes of a term.
     *
     * @param tells false: no text is told from others by it
     * @param stems a tsquery, whatever the language of the text
     */
    record Understood(boolean tells, String stems) {}

    /** In the order of the terms. */
    List<Understood> understand(List<Term> terms) {
        return jdbc.sql(UNDERSTAND)
                .param(
                        "plain",
                        terms.stream().map(term -> Words.joined(term.words())).toArray(String[]::new))
                .param(
                        "french",
                        terms.stream().map(term -> Words.french(term.words())).toArray(String[]::new))
                .query((row, number) -> new Understood(row.getBoolean("tells"), row.getString("stems")))
                .list();
    }

    /** A declaration under which all words are, and the incident it belonged to when it was indexed. */
    record Hit(UUID incident, UUID declaration, Instant declaredAt) {}

    /**
     * One look into the index.
     *
     * @param sought a tsquery
     * @param told by {@link View#TOLD}: whoever sees any declaration of the incident may read it
     * @param since declared then or later; null: whenever
     * @param before declared before that; null: whenever
     */
    record Look(
            String sought,
            View view,
            boolean told,
            World world,
            @Nullable String region,
            @Nullable Instant since,
            @Nullable Instant before) {}

    /** The latest first. */
    List<Hit> hits(Look look, Viewer viewer, int limit) {
        var alias = look.told() ? "d" : "f";
        var scope = viewer.scope().on(alias + ".region", alias + ".structure_id");
        var parameters = new HashMap<String, Object>(scope.parameters());
        var conditions = new StringBuilder(scope.sql());
        add(conditions, parameters, look.region(), " and " + alias + ".region = :region", "region");
        add(conditions, parameters, timestamp(look.since()), " and " + alias + ".declared_at >= :since", "since");
        add(conditions, parameters, timestamp(look.before()), " and " + alias + ".declared_at < :before", "before");
        return jdbc.sql((look.told() ? TOLD : SCOPED).formatted(conditions))
                .params(parameters)
                .param("sought", look.sought())
                .param("view", look.view().name())
                .param("world", look.world().code())
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        row.getObject("incident_id", UUID.class),
                        row.getObject("declaration_id", UUID.class),
                        row.getTimestamp("declared_at").toInstant()))
                .list();
    }

    private static void add(
            StringBuilder conditions, Map<String, Object> parameters, @Nullable Object value, String sql, String name) {
        if (value != null) {
            conditions.append(sql);
            parameters.put(name, value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** A word that was asked for, and one of a text that may be the same in another form. */
    record Pair(String asked, String found) {}

    /** Those of which both have one stem, in French or in English. */
    Set<Pair> same(Set<Pair> pairs) {
        var all = List.copyOf(pairs);
        return new HashSet<>(jdbc.sql("""
                        select asked, found from unnest(:asked, :found, :askedFrench, :foundFrench) as p (asked, found, asked_french, found_french)
                        where (ts_lexize('french_stem', asked_french) = ts_lexize('french_stem', found_french)
                                and cardinality(ts_lexize('french_stem', found_french)) > 0)
                            or (ts_lexize('english_stem', asked) = ts_lexize('english_stem', found)
                                and cardinality(ts_lexize('english_stem', found)) > 0)
                        """)
                .param("asked", all.stream().map(Pair::asked).toArray(String[]::new))
                .param("found", all.stream().map(Pair::found).toArray(String[]::new))
                .param(
                        "askedFrench",
                        all.stream().map(Pair::asked).map(Words::french).toArray(String[]::new))
                .param(
                        "foundFrench",
                        all.stream().map(Pair::found).map(Words::french).toArray(String[]::new))
                .query((row, number) -> new Pair(row.getString("asked"), row.getString("found")))
                .list());
    }
}
