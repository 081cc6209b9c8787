package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Point;
import org.beffroi.incident.domain.Recovery.Service;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How services come back, in SQL. Rights are those of the declaration, which is read first. */
@Component
class RecoveryStore {
    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By declaration and service, in order; of two said of one moment the later word holds. */
    Map<UUID, Map<Service, List<Point>>> of(Collection<UUID> declarations) {
        var found = new HashMap<UUID, Map<Service, List<Point>>>();
        if (declarations.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select distinct on (declaration_id, kind, service, as_of) declaration_id, kind, service, as_of, percent, side
                        from incident.recovery where declaration_id in (:declarations) and ended_at is null
                        order by declaration_id, kind, service, as_of, at desc, id desc
                        """).param("declarations", declarations).query(row -> {
            found.computeIfAbsent(row.getObject("declaration_id", UUID.class), any -> new HashMap<>())
                    .computeIfAbsent(
                            new Service(Kind.valueOf(row.getString("kind")), row.getString("service")),
                            any -> new ArrayList<>())
                    .add(new Point(
                            row.getTimestamp("as_of").toInstant(),
                            row.getInt("percent"),
                            row.getString("side").equals("DESK")));
        });
        return found;
    }

    int count(UUID declaration) {
        return jdbc.sql("select count(*) from incident.recovery where declaration_id = :declaration")
                .param("declaration", declaration)
                .query(Integer.class)
                .single();
    }

    void add(UUID declaration, Service service, Point point, Who who) {
        jdbc.sql("""
                        insert into incident.recovery (id, declaration_id, kind, service, percent, as_of, side, at, by_account, by_name)
                        values (:id, :declaration, :kind, :service, :percent, :asOf, :side, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("declaration", declaration)
                .param("kind", service.kind().name())
                .param("service", service.code())
                .param("percent", point.percent())
                .param("asOf", Timestamp.from(point.asOf()))
                .param("side", point.byDesk() ? "DESK" : "STRUCTURE")
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }

    /** The latest of what is shown of a service was wrong. */
    boolean endLast(UUID declaration, Service service, Instant asOf, Who who) {
        return jdbc.sql("""
                        update incident.recovery set ended_at = :at, ended_by_account = :account, ended_by_name = :name
                        where declaration_id = :declaration and kind = :kind and service = :service and as_of = :asOf and ended_at is null
                        """)
                        .param("declaration", declaration)
                        .param("kind", service.kind().name())
                        .param("service", service.code())
                        .param("asOf", Timestamp.from(asOf))
                        .param("at", Timestamp.from(who.at()))
                        .param("account", who.account())
                        .param("name", who.name())
                        .update()
                > 0;
    }
}
