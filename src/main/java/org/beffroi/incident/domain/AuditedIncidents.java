package org.beffroi.incident.domain;

import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditSubjects;
import org.beffroi.shared.PublicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The incident that began under a number, and the one that the declaration of this number belongs to now. */
@Component
class AuditedIncidents implements AuditSubjects {
    private final JdbcClient jdbc;

    AuditedIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> of(PublicReference reference) {
        return jdbc.sql("""
                        select id from incident.incident where reference = :reference
                        union
                        select incident_id from incident.incident_declaration where reference = :reference
                        """)
                .param("reference", reference.toString())
                .query(UUID.class)
                .set();
    }
}
