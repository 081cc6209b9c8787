package org.beffroi.declaration.domain;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions of one declaration, and who took it down. */
@Component
class VersionStore {
    /**
     * The holder of the secret link reads up to what the structure's own account added: that, and all that came after it, is the structure's.
     * What the desk wrote before that is no secret.
     */
    static final String READABLE_BY_LINK = """
            v.version < coalesce((select min(o.version) from declaration.version o where o.declaration_id = d.id
                and o.version > 1 and o.made_by is not null and o.made_as is distinct from 'DESK'), 2147483647)
            """;

    /** The same for an account that declared for a structure not its own: another one that added is the structure's. */
    static final String NO_OTHER_ACCOUNT = """
            not exists (select 1 from declaration.version o where o.declaration_id = d.id and o.version > 1
                and o.made_by <> d.account_id and o.made_as is distinct from 'DESK')
            """;

    private final DeclarationStore declarations;
    private final JdbcClient jdbc;

    VersionStore(DeclarationStore declarations, JdbcClient jdbc) {
        this.declarations = declarations;
        this.jdbc = jdbc;
    }

    /** The oldest first; none when the declaration is not for this viewer. */
    List<DeclarationRow> versions(PublicReference reference, Viewer viewer) {
        var rights = DeclarationStore.rights(viewer);
        var parameters = new HashMap<String, Object>(rights.parameters());
        parameters.put("number", reference.number());
        parameters.put("year", reference.year());
        return declarations.read(
                "where d.number = :number and d.year = :year and " + rights.sql() + " order by v.version", parameters);
    }

    /** The oldest first. */
    List<DeclarationRow> versionsByLink(UUID id) {
        return declarations.read("where d.id = :id and " + READABLE_BY_LINK + " order by v.version", Map.of("id", id));
    }

    void transcribed(UUID declaration, Viewer by, @Nullable String explanation) {
        jdbc.sql("insert into declaration.transcription values (:id, :by, :name, :explanation)")
                .param("id", declaration)
                .param("by", by.account(), Types.OTHER)
                .param("name", by.name())
                .param("explanation", explanation)
                .update();
    }
}
