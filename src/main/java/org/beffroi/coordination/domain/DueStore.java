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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be done, by when. */
@Component
class DueStore {
    /** More than a nation has open within some days. */
    private static final int AT_ONCE = 20_000;

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
    List<UUID> declarations(Viewer viewer, int atMost) {
        var scope = ObligationStore.scope(viewer);
        return jdbc.sql("""
                        select o.declaration_id from coordination.obligation o join coordination.declared d using (declaration_id)
                        where o.ended_at is null and d.world = 'national' and (%s)
                            and not exists (select 1 from coordination.transmission t where t.obligation_id = o.id)
                        group by o.declaration_id
                        order by min(coalesce(o.due_at, o.starts_at)), o.declaration_id limit :most
                        """.formatted(scope.sql()))
                .params(scope.parameters())
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }
}
