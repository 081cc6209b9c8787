package org.beffroi.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who declared, and what. */
@Component
class DeclaredTexts implements Searchable {
    private final JdbcClient jdbc;
    private final Declarations declarations;

    DeclaredTexts(JdbcClient jdbc, Declarations declarations) {
        this.jdbc = jdbc;
        this.declarations = declarations;
    }

    @Override
    public List<SearchText> texts(Collection<UUID> wanted) {
        return Stream.concat(names(wanted).stream(), said(wanted)).toList();
    }

    private List<SearchText> names(Collection<UUID> wanted) {
        return jdbc.sql("""
                        select declaration_id, declared_at, concat_ws(' · ', structure_name, town, finess, reference) as names
                        from incident.incident_declaration where declaration_id = any(:declarations)
                        """)
                .param("declarations", wanted.toArray(UUID[]::new))
                .query((row, number) -> new SearchText(
                        row.getObject("declaration_id", UUID.class),
                        Kind.NAME,
                        row.getTimestamp("declared_at").toInstant(),
                        row.getString("names"),
                        "#declared"))
                .list();
    }

    private Stream<SearchText> said(Collection<UUID> wanted) {
        return declarations.said(wanted).stream()
                .map(said -> new SearchText(said.declaration(), Kind.DECLARED, said.at(), said.words(), "#declared"));
    }
}
