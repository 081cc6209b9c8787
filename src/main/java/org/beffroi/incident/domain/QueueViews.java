package org.beffroi.incident.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.Viewer;

/** Which incidents a view of the queue holds, as a condition on {@code i}. */
final class QueueViews {
    /** What somebody follows, and what those incidents live on in. */
    private static final String WATCHED = """
            with recursive followed (id) as (
                select incident_id from incident.watch where account_id = :me and ended_at is null
                union
                select m.into_incident from incident.merger m join followed on m.incident_id = followed.id where m.ended_at is null)
            select id from followed
            """;

    /** Of {@code i}, by word. */
    static final String TAGS =
            "array(select g.word from incident.tag g where g.incident_id = i.id and g.ended_at is null order by g.word)";

    private QueueViews() {}

    /** That it bears all of these words; who is not of the desk finds nothing by them. */
    static String tagged(List<String> words, Viewer viewer, Map<String, Object> parameters) {
        if (!words.isEmpty() && !viewer.atTheDesk()) {
            return " and false";
        }
        var condition = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            parameters.put("tag" + i, words.get(i));
            condition.append(
                    " and i.id in (select g.incident_id from incident.tag g where g.word = :tag%d and g.ended_at is null)"
                            .formatted(i));
        }
        return condition.toString();
    }

    /** An incident like others: that is what nearly all are, and what an empty answer means. */
    private static final String INCIDENT = "INCIDENT";

    /**
     * On a declaration {@code d}.
     *
     * @param parameters takes what the condition asks for
     */
    static String ofKind(String kind, Map<String, Object> parameters) {
        parameters.put("kind", kind);
        return kind.equals(INCIDENT) ? "(d.kind is null or d.kind = :kind)" : "d.kind = :kind";
    }

    /** On {@code i}: the few of a rare kind are found by their index, instead of by looking through the incidents of all years. */
    static String amongThoseOf(String kind) {
        return kind.equals(INCIDENT)
                ? ""
                : " and i.id in (select d.incident_id from incident.incident_declaration d where d.kind = :kind)";
    }

    /** @param parameters takes what the condition asks for */
    static String of(QueueQuery.View view, Viewer viewer, Map<String, Object> parameters) {
        return switch (view) {
            case OPEN -> "i.open";
            // One by one, in the order of the queue: joined, PostgreSQL would read what was ever assigned.
            case UNASSIGNED ->
                "i.open and (select a.id from incident.assignment a where a.incident_id = i.id and a.ended_at is null) is null";
            case CLOSED ->
                "not i.open and not exists (select 1 from incident.merger m where m.incident_id = i.id and m.ended_at is null)";
            case MINE -> {
                parameters.put("me", Objects.requireNonNullElse(viewer.account(), new UUID(0, 0)));
                yield "i.open and exists (select 1 from incident.assignment a where a.incident_id = i.id and a.ended_at is null and a.assignee = :me)";
            }
            case WATCHED -> {
                parameters.put("me", Objects.requireNonNullElse(viewer.account(), new UUID(0, 0)));
                yield "i.open and i.id in (" + WATCHED + ")";
            }
        };
    }
}
