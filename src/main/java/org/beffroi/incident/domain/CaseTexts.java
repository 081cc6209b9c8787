package org.beffroi.incident.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk wrote into its incidents; triggers note what has changed, so that no writer has to think of it. */
@Component
class CaseTexts implements Searchable {
    /** {@code own}: the declarations asked for, each with the incident that bears its number. */
    private static final String TEXTS = """
            with own as (
                select d.declaration_id, i.id from incident.incident_declaration d join incident.incident i on i.reference = d.reference
                where d.declaration_id = any(:declarations))
            select declaration_id, 'NOTE' as kind, x.at, x.text, '#story' as place from own join incident.note x on x.incident_id = own.id
            union all select declaration_id, 'NOTE', x.ended_at, x.ended_because, '#story' from own join incident.closure x on x.incident_id = own.id
                where x.ended_because is not null
            union all select declaration_id, 'LOG', x.happened_at, concat_ws(' · ', x.text, x.said_by, x.ended_because), '#log'
                from own join incident.log_entry x on x.incident_id = own.id
            union all select declaration_id, 'HANDOVER', x.at, concat_ws(' · ', nullif(x.done, ''), nullif(x.todo, ''), nullif(x.beware, '')), '#shift'
                from own join incident.handover x on x.incident_id = own.id
            union all select declaration_id, 'TASK', x.at, concat_ws(' · ', x.title_fr, nullif(x.title, x.title_fr)), '#tasks'
                from own join incident.task x on x.incident_id = own.id
            union all select declaration_id, 'TAG', x.at, '#' || x.word, '' from own join incident.tag x on x.incident_id = own.id
                where x.ended_at is null
            union all select declaration_id, case when %s then 'OBSERVABLE_TOLD' else 'OBSERVABLE' end, x.at, x.value, '#observables'
                from own join incident.observable x on x.incident_id = own.id where x.ended_at is null
            """.formatted(ObservableStore.told("x"));

    private static final String CHANGED = """
            with taken as (
                delete from incident.text_change
                where position in (select position from incident.text_change order by position limit :atMost for update skip locked)
                returning incident_id, declaration_id, whole)
            select declaration_id from taken where declaration_id is not null
            union select d.declaration_id from taken t join incident.incident i on i.id = t.incident_id
                join incident.incident_declaration d on d.reference = i.reference
            union select d.declaration_id from taken t join incident.incident_declaration d on d.incident_id = t.incident_id where t.whole
            """;

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> changed(int atMost) {
        return jdbc.sql(CHANGED).param("atMost", atMost).query(UUID.class).list();
    }

    @Override
    public int unread() {
        return jdbc.sql("select count(*) from incident.text_change")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<SearchText> texts(Collection<UUID> declarations) {
        return jdbc.sql(TEXTS)
                .param("declarations", declarations.toArray(UUID[]::new))
                .query((row, number) -> text(row))
                .list();
    }

    private static SearchText text(ResultSet row) throws SQLException {
        return new SearchText(
                row.getObject("declaration_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("text"),
                row.getString("place"));
    }
}
