package org.beffroi.directory.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Legal entities and the hospital groups that they form. */
@Repository
class LegalEntityStore {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    LegalEntityStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Enters or completes them. @return those that were known and now bear another name */
    Set<String> save(Collection<LegalEntity> entities, Instant now) {
        if (entities.isEmpty()) {
            return Set.of();
        }
        var before = names(entities.stream().map(LegalEntity::finess).toList());
        batches.batchUpdate(
                """
                insert into directory.legal_entity as e (finess, name, siren, register_id, changed_at)
                values (:finess, :name, :siren, :registerId, :now)
                on conflict (finess) do update set
                    name = coalesce(excluded.name, e.name), siren = coalesce(excluded.siren, e.siren),
                    register_id = coalesce(excluded.register_id, e.register_id), changed_at = excluded.changed_at
                where (coalesce(excluded.name, e.name), coalesce(excluded.siren, e.siren),
                       coalesce(excluded.register_id, e.register_id)) is distinct from (e.name, e.siren, e.register_id)
                """, entities.stream().map(entity -> row(entity, now)).toArray(SqlParameterSource[]::new));
        return entities.stream()
                .filter(entity -> entity.name() != null && before.containsKey(entity.finess()))
                .filter(entity -> !Objects.equals(entity.name(), before.get(entity.finess())))
                .map(LegalEntity::finess)
                .collect(Collectors.toSet());
    }

    private static MapSqlParameterSource row(LegalEntity entity, Instant now) {
        return new MapSqlParameterSource()
                .addValue("finess", entity.finess())
                .addValue("name", entity.name(), Types.VARCHAR)
                .addValue("siren", entity.siren(), Types.VARCHAR)
                .addValue("registerId", entity.registerId(), Types.VARCHAR)
                .addValue("now", Timestamp.from(now));
    }

    private Map<String, @Nullable String> names(List<String> numbers) {
        var names = new HashMap<String, @Nullable String>();
        jdbc.sql("select finess, name from directory.legal_entity where finess in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    names.put(row.getString("finess"), row.getString("name"));
                });
        return names;
    }

    /** @param members keys of the FINESS flows; those unknown here are passed over, former members leave */
    void saveGroup(String code, String name, List<String> members) {
        jdbc.sql("""
                        insert into directory.hospital_group (code, name) values (:code, :name)
                        on conflict (code) do update set name = excluded.name
                        """).param("code", code).param("name", name).update();
        jdbc.sql("""
                        update directory.legal_entity
                        set hospital_group = case when register_id = any(:members) then :code end
                        where register_id = any(:members) and hospital_group is distinct from :code
                            or hospital_group = :code and not register_id = any(:members)
                        """)
                .param("code", code)
                .param("members", members.toArray(String[]::new))
                .update();
    }
}
