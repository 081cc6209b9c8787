package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Support.StepSaid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Help for structures in SQL. Rights are those of the declaration, which is read first. */
@Component
class SupportStore {
    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By declaration and kind, in order. */
    Map<UUID, Map<String, List<StepSaid>>> of(Collection<UUID> declarations) {
        var found = new HashMap<UUID, Map<String, List<StepSaid>>>();
        if (declarations.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select s.declaration_id, s.kind, t.* from incident.support s join incident.support_step t on t.support_id = s.id
                        where s.declaration_id in (:declarations) order by s.at, s.id, t.at, t.id
                        """).param("declarations", declarations).query(row -> {
            var minutes = row.getInt("minutes");
            found.computeIfAbsent(row.getObject("declaration_id", UUID.class), any -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("kind"), any -> new ArrayList<>())
                    .add(new StepSaid(
                            Step.valueOf(row.getString("step")),
                            row.getTimestamp("at").toInstant(),
                            row.getString("words"),
                            minutes == 0 ? null : minutes,
                            row.getString("side").equals("DESK"),
                            row.getString("by_name")));
        });
        return found;
    }

    void add(UUID declaration, String kind, StepSaid said, Who who) {
        jdbc.sql(
                        "insert into incident.support (id, declaration_id, kind, at) values (:id, :declaration, :kind, :at) on conflict do nothing")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", declaration)
                .param("kind", kind)
                .param("at", Timestamp.from(who.at()))
                .update();
        jdbc.sql("""
                        insert into incident.support_step (id, support_id, step, side, words, minutes, at, by_account, by_name)
                        select :id, s.id, :step, :side, :words, :minutes, :at, :account, :name
                        from incident.support s where s.declaration_id = :declaration and s.kind = :kind
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", declaration)
                .param("kind", kind)
                .param("step", said.step().name())
                .param("side", said.byDesk() ? "DESK" : "STRUCTURE")
                .param("words", said.words())
                .param("minutes", said.minutes())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }
}
