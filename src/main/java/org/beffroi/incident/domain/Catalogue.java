package org.beffroi.incident.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.shared.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class Catalogue implements IncidentCatalogue {
    private final JdbcClient jdbc;
    private final QueueStore queue;

    Catalogue(JdbcClient jdbc, QueueStore queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    @Override
    public List<Entry> entries(Collection<UUID> declarations) {
        return jdbc.sql("""
                        select d.declaration_id, i.id, i.world, d.region, d.structure_id, i.open, d.declared_at
                        from incident.incident_declaration d join incident.incident i on i.id = d.incident_id
                        where d.declaration_id = any(:declarations)
                        """)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> new Entry(
                        row.getObject("declaration_id", UUID.class),
                        row.getObject("id", UUID.class),
                        new World(row.getString("world")),
                        row.getString("region"),
                        row.getObject("structure_id", UUID.class),
                        row.getBoolean("open"),
                        row.getTimestamp("declared_at").toInstant()))
                .list();
    }

    @Override
    public Map<UUID, Glance> glances(Collection<UUID> incidents, World world, Viewer viewer) {
        var scope = CaseSearch.scope(viewer);
        var found = new HashMap<UUID, Glance>();
        jdbc.sql("""
                        select i.id, i.open, d.declaration_id, d.reference, d.structure_name, d.town, d.declared_at, d.withdrawn_at,
                            a.assignee_name, r.id is not null as resolved
                        from incident.incident i join incident.incident_declaration d on d.incident_id = i.id
                        left join incident.assignment a on a.incident_id = i.id and a.ended_at is null
                        left join incident.resolution r on r.incident_id = i.id and r.ended_at is null
                        where i.id = any(:incidents) and i.world = :world and %s
                        order by i.id, (d.reference = i.reference) desc, d.declared_at
                        """.formatted(scope.sql()))
                .param("incidents", incidents.toArray(UUID[]::new))
                .param("world", world.code())
                .params(scope.parameters())
                .query(row -> {
                    var incident = row.getObject("id", UUID.class);
                    if (!found.containsKey(incident)) {
                        found.put(incident, glance(incident, row));
                    }
                    found.get(incident)
                            .declarations()
                            .put(row.getObject("declaration_id", UUID.class), row.getString("reference"));
                });
        return found;
    }

    private static Glance glance(UUID incident, ResultSet row) throws SQLException {
        return new Glance(
                incident,
                row.getString("reference"),
                row.getString("structure_name"),
                row.getString("town"),
                row.getTimestamp("declared_at").toInstant(),
                status(row).name(),
                row.getString("assignee_name"),
                row.getTimestamp("withdrawn_at") != null,
                new LinkedHashMap<>());
    }

    private static Status status(ResultSet row) throws SQLException {
        if (!row.getBoolean("open")) {
            return Status.CLOSED;
        }
        if (row.getBoolean("resolved")) {
            return Status.RESOLVED;
        }
        return row.getString("assignee_name") == null ? Status.WAITING : Status.IN_HAND;
    }

    @Override
    public List<String> worlds(Viewer viewer) {
        return viewer.atTheDesk() ? queue.worlds() : List.of();
    }
}
