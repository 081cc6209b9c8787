package org.beffroi.declaration.domain;

import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditSubjects;
import org.beffroi.shared.PublicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditedDeclarations implements AuditSubjects {
    private final JdbcClient jdbc;

    AuditedDeclarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> of(PublicReference reference) {
        return jdbc.sql("select id from declaration.declaration where number = :number and year = :year")
                .param("number", reference.number())
                .param("year", reference.year())
                .query(UUID.class)
                .set();
    }
}
