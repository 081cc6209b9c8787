package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The house's own playbooks in SQL. */
@Component
class PlaybookStore {
    private final JdbcClient jdbc;

    PlaybookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(String key, String english, @Nullable String french) {}

    List<Kept> all() {
        return jdbc.sql("select key, english, french from incident.playbook where ended_at is null order by key")
                .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    void keep(Kept playbook, Who who) {
        end(playbook.key(), who);
        jdbc.sql("""
                        insert into incident.playbook (id, key, english, french, at, by_account, by_name)
                        values (:id, :key, :english, :french, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("key", playbook.key())
                .param("english", playbook.english())
                .param("french", playbook.french())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }

    /** @return whether there was one */
    boolean end(String key, Who who) {
        return jdbc.sql(
                                "update incident.playbook set ended_at = :at, ended_by_name = :name where key = :key and ended_at is null")
                        .param("at", Timestamp.from(who.at()))
                        .param("name", who.name())
                        .param("key", key)
                        .update()
                > 0;
    }

    /** The causes of an incident: as judged; where that leaves them open, as declared. */
    List<String> causes(UUID incident) {
        return jdbc.sql("""
                        with judged as (
                            select causes from incident.triage where incident_id = :incident and ended_at is null and causes <> '{}')
                        select unnest(causes) from judged
                        union
                        select jsonb_array_elements_text(d.stated -> 'causes')
                        from incident.incident_declaration d where d.incident_id = :incident and not exists (select 1 from judged)
                        """).param("incident", incident).query(String.class).list();
    }
}
