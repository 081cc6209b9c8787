package org.beffroi.incident.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Incidents.Opened;
import org.beffroi.shared.PublicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds incidents by what the viewer may see of them: a number out of scope leads nowhere. */
@Component
class CaseSearch {
    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A declaration that the viewer may see. */
    record Seen(UUID declaration, String reference) {}

    Optional<UUID> find(PublicReference reference, Viewer viewer) {
        var scope = scope(viewer);
        return jdbc.sql("""
                        select i.id from incident.incident_declaration d join incident.incident i on i.id = d.incident_id
                        where d.reference = :reference and
                        """ + scope.sql())
                .param("reference", reference.toString())
                .params(scope.parameters())
                .query(UUID.class)
                .optional();
    }

    /** The one whose number the incident bears first, if it is there. */
    List<Seen> declarations(UUID incident, Viewer viewer) {
        var scope = scope(viewer);
        return jdbc.sql("""
                        select d.declaration_id, d.reference
                        from incident.incident_declaration d join incident.incident i on i.id = d.incident_id
                        where i.id = :incident and %s
                        order by (d.reference = i.reference) desc, d.declared_at
                        """.formatted(scope.sql()))
                .param("incident", incident)
                .params(scope.parameters())
                .query((row, number) -> new Seen(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    boolean isOpen(UUID incident) {
        return jdbc.sql("select open from incident.incident where id = :incident")
                .param("incident", incident)
                .query(Boolean.class)
                .single();
    }

    List<Opened> openedAfter(UUID last, int atMost) {
        return jdbc.sql("""
                        select i.id, d.declaration_id
                        from incident.incident i join incident.incident_declaration d on d.reference = i.reference
                        where i.id > :last order by i.id limit :atMost
                        """)
                .param("last", last)
                .param("atMost", atMost)
                .query((row, number) -> new Opened(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** On {@code d} and {@code i}. Collections from elsewhere are the desk's alone: their regions are not those of an agency. */
    static Scope.Clause scope(Viewer viewer) {
        var clause = viewer.scope().on("d.region", "d.structure_id");
        return viewer.atTheDesk()
                ? clause
                : new Scope.Clause(
                        "(i.world = 'national' or starts_with(i.world, 'rehearsal-')) and " + clause.sql(),
                        clause.parameters());
    }
}
