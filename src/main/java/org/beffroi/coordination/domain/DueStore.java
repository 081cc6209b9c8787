package org.beffroi.coordination.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.StillDue.Whose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be done, by when. */
@Component
class DueStore {
    /** More than a nation has open within some days. */
    private static final int AT_ONCE = 20_000;

    /** One declaration has at most so many live obligations: one a recipient. */
    private static final int RECIPIENTS = 20;

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of structures' own duties, those that are open and due between the two, declaration by declaration. */
    List<List<Open>> open(Instant from, Instant to) {
        var byDeclaration = new LinkedHashMap<UUID, List<Open>>();
        jdbc.sql("""
                        select o.id, o.declaration_id, o.recipient, o.reason, o.due_at, o.arose_at
                        from coordination.obligation o
                        where o.ended_at is null and o.by_whom = 'STRUCTURE' and o.due_at between :from and :to
                            and not exists (select 1 from coordination.transmission t where t.obligation_id = o.id)
                        order by o.due_at, o.id limit :most
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", AT_ONCE)
                .query(row -> {
                    var open = new Open(
                            row.getObject("id", UUID.class),
                            row.getObject("declaration_id", UUID.class),
                            row.getString("recipient"),
                            row.getString("reason"),
                            row.getTimestamp("due_at").toInstant(),
                            row.getTimestamp("arose_at").toInstant());
                    byDeclaration
                            .computeIfAbsent(open.declaration(), any -> new ArrayList<>())
                            .add(open);
                });
        return List.copyOf(byDeclaration.values());
    }

    record Open(UUID id, UUID declaration, String recipient, String reason, Instant due, Instant arose) {}

    Set<String> taken(UUID obligation) {
        return jdbc
                .sql("select step from coordination.reminder where obligation_id = :id")
                .param("id", obligation)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** @return false when another node did so first */
    boolean take(UUID obligation, String step, Instant now) {
        return jdbc.sql("insert into coordination.reminder values (:id, :step, :at) on conflict do nothing")
                        .param("id", obligation)
                        .param("step", step)
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Declarations with something still to be told, as far as the viewer may see them; what is due first, first. */
    List<UUID> declarations(Viewer viewer, Whose whose, Instant since, int from, int atMost) {
        return jdbc.sql("""
                        select declaration_id from (%s order by at, o.id limit :rows) first
                        group by declaration_id order by min(at), declaration_id offset :from limit :most
                        """.formatted(open(viewer, whose)))
                .params(ObligationStore.scope(viewer).parameters())
                .param("since", Timestamp.from(since))
                .param("rows", (from + atMost) * RECIPIENTS)
                .param("from", from)
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    int count(Viewer viewer, Whose whose, Instant since, int most) {
        return jdbc.sql("select count(*) from (%s limit :most) counted".formatted(open(viewer, whose)))
                .params(ObligationStore.scope(viewer).parameters())
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static String open(Viewer viewer, Whose whose) {
        var which = switch (whose) {
            case DESK -> "o.by_whom = 'DESK' and coalesce(o.due_at, o.starts_at) >= :since";
            case STRUCTURE -> "o.by_whom = 'STRUCTURE' and coalesce(o.due_at, o.starts_at) >= :since";
            case LONG_LATE -> "coalesce(o.due_at, o.starts_at) < :since";
        };
        return """
                select o.declaration_id, coalesce(o.due_at, o.starts_at) as at
                from coordination.obligation o join coordination.declared d using (declaration_id)
                where o.ended_at is null and %s and d.world = 'national' and (%s)
                    and not exists (select 1 from coordination.transmission t where t.obligation_id = o.id)
                """.formatted(which, ObligationStore.scope(viewer).sql());
    }
}
