package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Observables.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Observables in SQL; {@code %1$s} is the viewer's scope on {@code d}. */
@Component
class ObservableStore {
    /** The same thing, or what leads to the same place. What means something else in each network is never the same. */
    static final String SAME = """
            (p.kind = o.kind and md5(p.value) = md5(o.value) and p.value = o.value
                and (o.host is not null or o.kind not in ('IPV4', 'IPV6', 'DOMAIN', 'URL'))
            or p.host = o.host)
            """;

    /** An incident is named by the first number that the viewer may know of those that lie in it. */
    private static final String LIST = "with recursive " + Family.TREE + """
            select o.*, array(
                select distinct named.reference
                from incident.observable p join incident.incident pi on pi.id = p.incident_id
                    join incident.incident_declaration its on its.reference = pi.reference
                    join lateral (select d.reference from incident.incident_declaration d join incident.incident i on i.id = d.incident_id
                        where d.incident_id = its.incident_id and %1$s
                        order by (d.reference = i.reference) desc, d.declared_at limit 1) named on true
                where %2$s and %3$s and p.ended_at is null and its.incident_id <> :incident
                    and pi.world = (select world from incident.incident where id = :incident)
                order by named.reference) as elsewhere
            from incident.observable o
            where o.incident_id in (select id from tree) and o.ended_at is null and %4$s
            order by o.kind, o.value
            """;

    private final JdbcClient jdbc;

    /** What an agency may be told (TLP 2.0): the desk's own organisation ends at the desk. A condition on an alias of the table. */
    static String told(String alias) {
        return alias + ".tlp in ('CLEAR', 'GREEN', 'AMBER')";
    }

    private static String readable(String alias) {
        return "(:desk or " + told(alias) + ")";
    }

    ObservableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Seen> of(UUID incident, Viewer viewer) {
        var scope = CaseSearch.scope(viewer);
        return jdbc.sql(LIST.formatted(scope.sql(), SAME, readable("p"), readable("o")))
                .param("incident", incident)
                .param("desk", viewer.atTheDesk())
                .params(scope.parameters())
                .query((row, number) -> seen(row))
                .list();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getObject("id", UUID.class),
                new Observable(Observable.Kind.valueOf(row.getString("kind")), row.getString("value")),
                row.getString("tlp"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                texts(row.getArray("elsewhere")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    /** @return whether it was not there yet */
    boolean add(UUID incident, Observable observable, String tlp, Who who) {
        return jdbc.sql("""
                        insert into incident.observable (id, incident_id, kind, value, host, tlp, at, by_account, by_name)
                        values (:id, :incident, :kind, :value, :host, :tlp, :at, :account, :name)
                        on conflict do nothing
                        """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("incident", incident)
                        .param("kind", observable.kind().name())
                        .param("value", observable.value())
                        .param(
                                "host",
                                observable.isLocal() ? null : observable.host().orElse(null))
                        .param("tlp", tlp)
                        .param("at", Timestamp.from(who.at()))
                        .param("account", who.account())
                        .param("name", who.name())
                        .update()
                == 1;
    }

    /** @return whether it was there */
    boolean end(UUID incident, UUID observable, Who who) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        update incident.observable set ended_at = :at, ended_by_account = :account, ended_by_name = :name
                        where id = :id and ended_at is null and incident_id in (select id from tree)
                        """)
                        .param("incident", incident)
                        .param("id", observable)
                        .param("at", Timestamp.from(who.at()))
                        .param("account", who.account())
                        .param("name", who.name())
                        .update()
                == 1;
    }

    int count(UUID incident) {
        return jdbc.sql("select count(*) from incident.observable where incident_id = :incident and ended_at is null")
                .param("incident", incident)
                .query(Integer.class)
                .single();
    }
}
