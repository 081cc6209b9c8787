package org.beffroi.incident.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Finess;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queue in SQL. The index gives the desk its order; of each incident the first declaration within the viewer's scope is joined, and an incident
 * without one is not there.
 */
@Component
class QueueStore {
    private static final int MOST_WORDS = 6;
    private static final String WORDS = "d.words @@ to_tsquery('simple', :%s)";
    /** Its incident is open. Where words are sought, it lets those of few declarations be looked through instead of those of all years. */
    private static final String WAITING = "d.urgency is not null";
    /** What a scope of all says of declarations. */
    private static final String ANY = "true";

    /** From world to world over both indexes: PostgreSQL would read every incident for a {@code distinct}. */
    private static final String EACH_WORLD = """
            with recursive each (world) as (
                select least(
                    (select world from incident.incident where open order by world limit 1),
                    (select world from incident.incident where not open order by world limit 1))
                union all
                select least(
                    (select world from incident.incident where open and world > each.world order by world limit 1),
                    (select world from incident.incident where not open and world > each.world order by world limit 1))
                from each where each.world is not null)
            select world from each where world is not null order by world
            """;

    private final JdbcClient jdbc;
    private final DeclaredRows declared;

    QueueStore(JdbcClient jdbc, DeclaredRows declared) {
        this.jdbc = jdbc;
        this.declared = declared;
    }

    /**
     * Conditions and their parameters.
     *
     * @param seen to follow {@code with}: a relation of incidents with what the viewer's own declarations make of them
     */
    private record Where(String seen, String incidents, String declarations, Map<String, Object> parameters) {
        /** That it has a declaration of which they hold: an incident in the queue has one, so that nothing is asked where anything will do. */
        String exists() {
            if (declarations.equals(ANY)) {
                return "";
            }
            return parameters.containsKey("words")
                    ? " and exists (select 1 from incident.incident_declaration d where d.incident_id = i.id and %s)"
                            .formatted(declarations)
                    : " and " + any("") + " is not null";
        }

        Where and(String more) {
            return new Where(seen, incidents + more, declarations, parameters);
        }

        String verified(boolean wished) {
            return " and " + any("d.verified_at is not null and ") + (wished ? " is not null" : " is null");
        }

        /** With its limit it is asked of one incident after the other, in the order of the queue: joined, PostgreSQL would read those of all years. */
        private String any(String also) {
            return "(select true from incident.incident_declaration d where d.incident_id = i.id and %s%s limit 1)"
                    .formatted(also, declarations);
        }
    }

    /** The limits stand in the statement: as parameters, PostgreSQL would plan anew each time what it then keeps prepared. */
    List<QueueRow> rows(QueueQuery query, Viewer viewer, int limit) {
        var where = where(query, viewer);
        return jdbc.sql("""
                        with seen as (%1$s), page as (
                            select s.id, s.urgency, s.since from seen s join incident.incident i on i.id = s.id
                            where %3$s%5$s order by %4$s limit %6$d offset %7$d)
                        select i.id, s.urgency as seen_urgency, s.since, i.open, i.version as incident_version, d.*,
                            a.assignee, a.assignee_name, greatest(t.severity, i.signalled) as severity, coalesce(t.major, false) as major,
                            t.id is not null as triaged, r.id is not null as resolved, c.outcome,
                            n.declarations, n.verified, %8$s as tags
                        from page s join incident.incident i on i.id = s.id
                        join lateral (select * from incident.incident_declaration d
                            where d.incident_id = i.id and %2$s
                            order by (d.reference = i.reference) desc, d.declared_at limit 1) d on true
                        join lateral (select count(*) as declarations, count(d.verified_at) > 0 as verified
                            from incident.incident_declaration d where d.incident_id = i.id and %2$s) n on true
                        left join incident.assignment a on a.incident_id = i.id and a.ended_at is null
                        left join incident.triage t on t.incident_id = i.id and t.ended_at is null
                        left join incident.resolution r on r.incident_id = i.id and r.ended_at is null
                        left join incident.closure c on c.incident_id = i.id and c.ended_at is null
                        order by %4$s
                        """.formatted(
                                where.seen(),
                                where.declarations(),
                                where.incidents(),
                                order(query),
                                where.exists(),
                                limit,
                                (query.page() - 1) * QueueQuery.PAGE_SIZE,
                                viewer.atTheDesk() ? QueueViews.TAGS : "array[]::text[]"))
                .params(where.parameters())
                .query(this::row)
                .list();
    }

    int count(QueueQuery query, Viewer viewer, int most) {
        var where = where(query, viewer);
        return jdbc.sql("""
                        with seen as (%1$s)
                        select count(*) from (select 1 from seen s join incident.incident i on i.id = s.id
                            where %2$s%3$s limit %4$d) counted
                        """.formatted(where.seen(), where.incidents(), where.exists(), most))
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /** How many of these were opened, or changed, since then. */
    Queue.Changes changes(QueueQuery query, Viewer viewer, Instant since, int most) {
        var where = where(query, viewer);
        return jdbc.sql("""
                        with seen as (%1$s)
                        select count(*) filter (where opened) as fresh, count(*) filter (where not opened) as changed
                        from (select i.opened_at > :since as opened from seen s join incident.incident i on i.id = s.id
                            where i.changed_at > :since and %2$s%3$s limit %4$d) counted
                        """.formatted(where.seen(), where.incidents(), where.exists(), most))
                .params(where.parameters())
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Queue.Changes(row.getInt("fresh"), row.getInt("changed")))
                .single();
    }

    /** Until the end of the transaction. A word is rare or everywhere: a plan that does not know which reads the incidents of all years. */
    void planForWords() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    List<String> worlds() {
        return jdbc.sql(EACH_WORLD).query(String.class).list();
    }

    private static String order(QueueQuery query) {
        return query.view() == QueueQuery.View.CLOSED ? "s.since desc, s.id" : "s.urgency desc, s.since, s.id";
    }

    /**
     * To the desk an incident is what all its declarations make of it, as its row says. To others it is what those within their scope make
     * of it, and as old as the first of these: neither reasons nor order tell what somebody else declared.
     */
    private static String seen(QueueQuery query, Viewer viewer, String scope) {
        if (viewer.scope().national()) {
            return "select i.id, i.urgency, i.opened_at as since from incident.incident i";
        }
        return "select d.incident_id as id, %s as urgency, min(d.declared_at) as since from incident.incident_declaration d where %s and d.urgency is %s group by d.incident_id"
                .formatted(
                        Urgency.TOGETHER.formatted("d.urgency"),
                        scope,
                        query.view() == QueueQuery.View.CLOSED ? "null" : "not null");
    }

    private static Where where(QueueQuery query, Viewer viewer) {
        var scope = viewer.scope().on("d.region", "d.structure_id");
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("world", query.world().code());
        var declarations = new ArrayList<>(List.of(scope.sql()));
        if (query.region() != null) {
            declarations.add("d.region = :region");
            parameters.put("region", query.region());
        }
        if (query.kind() != null) {
            declarations.add(QueueViews.ofKind(query.kind(), parameters));
        }
        var text = Tag.without(query.text());
        words(text, declarations, parameters);
        if (parameters.containsKey("words") && query.view() != QueueQuery.View.CLOSED) {
            declarations.add(WAITING);
        }
        var incidents = "i.world = :world and " + QueueViews.of(query.view(), viewer, parameters)
                + QueueViews.tagged(Tag.sought(query.text()), viewer, parameters)
                + (query.kind() == null ? "" : QueueViews.amongThoseOf(query.kind()));
        if (PublicReference.parse(text).isPresent()) {
            // Found by its index, instead of looking through every incident for it.
            incidents += " and i.id = (select d.incident_id from incident.incident_declaration d where "
                    + String.join(" and ", declarations) + ")";
        }
        var where =
                new Where(seen(query, viewer, scope.sql()), incidents, String.join(" and ", declarations), parameters);
        return query.verified() == null ? where : where.and(where.verified(query.verified()));
    }

    /** Every word must be there; a reference or a FINESS number, however it is typed, stands for itself. */
    private static void words(String text, List<String> conditions, Map<String, Object> parameters) {
        var reference = PublicReference.parse(text);
        if (reference.isPresent()) {
            conditions.add("d.reference = :reference");
            parameters.put("reference", reference.get().toString());
            return;
        }
        var finess = Finess.parse(text);
        if (finess.isPresent()) {
            // Nine digits may also be the middle of a reference.
            conditions.add(WORDS.formatted("words"));
            parameters.put("words", beginning(finess.get().value()) + " | " + beginning(text));
            return;
        }
        var sought = beginning(text);
        if (!sought.isEmpty()) {
            conditions.add(WORDS.formatted("words"));
            parameters.put("words", sought);
        }
    }

    /** All of these words, or what begins with them. */
    private static String beginning(String text) {
        return Arrays.stream(DeclaredRows.words(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    private QueueRow row(ResultSet row, int number) throws SQLException {
        var known = declared.declared(row, number);
        var triaged = row.getBoolean("triaged");
        return new QueueRow(
                row.getObject("id", UUID.class),
                known.reference().toString(),
                Urgency.reasons(row.getInt("seen_urgency")),
                known.structure(),
                row.getInt("declarations"),
                row.getBoolean("verified"),
                known.foundAt(),
                instant(row, "since"),
                status(row),
                triaged,
                row.getBoolean("major"),
                row.getString("severity"),
                row.getObject("assignee", UUID.class),
                row.getString("assignee_name"),
                row.getString("outcome"),
                row.getInt("incident_version"),
                List.of((String[]) row.getArray("tags").getArray()),
                known.kind());
    }

    private static Status status(ResultSet row) throws SQLException {
        if (!row.getBoolean("open")) {
            return Status.CLOSED;
        }
        if (row.getBoolean("resolved")) {
            return Status.RESOLVED;
        }
        return assigned(row) == null ? Status.WAITING : Status.IN_HAND;
    }

    private static @Nullable String assigned(ResultSet row) throws SQLException {
        return row.getString("assignee_name");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
