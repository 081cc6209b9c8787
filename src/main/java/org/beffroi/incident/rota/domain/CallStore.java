package org.beffroi.incident.rota.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Colleague;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls that go on, as the round works on them. */
@Component
class CallStore {
    /** To follow {@code with recursive}: the incidents of {@code :call}, and those that they live on in. */
    private static final String UP = """
            up (id) as (
                select incident_id from incident.call_incident where call_id = :call
                union
                select m.into_incident from incident.merger m join up on m.incident_id = up.id where m.ended_at is null)
            """;

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String LIVE = """
            select c.*, coalesce((select max(i.at) from incident.call_incident i where i.call_id = c.id), c.began_at) as newest
            from incident.call c where c.ended_at is null
            """;

    /**
     * One that nobody has answered.
     *
     * @param newest when what came last was added to it
     */
    record Live(UUID id, World world, boolean shownOnly, Instant beganAt, Instant newest, int step) {
        Live with(Instant added) {
            return new Live(id, world, shownOnly, beganAt, added, step);
        }
    }

    Optional<Live> live(World world) {
        return jdbc.sql(LIVE + "and c.world = :world")
                .param("world", world.code())
                .query(CallStore::call)
                .optional();
    }

    List<Live> live() {
        return jdbc.sql(LIVE + "order by c.id").query(CallStore::call).list();
    }

    private static Live call(ResultSet row, int number) throws SQLException {
        return new Live(
                row.getObject("id", UUID.class),
                new World(row.getString("world")),
                row.getBoolean("shown_only"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("newest").toInstant(),
                row.getInt("step"));
    }

    /** When the last call of a world began, of those that began by then. */
    Optional<Instant> lastBegan(World world, Instant by) {
        return jdbc.sql("""
                        select began_at from incident.call where world = :world and began_at <= :by order by began_at desc limit 1
                        """)
                .param("world", world.code())
                .param("by", Timestamp.from(by))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void begin(Live call) {
        jdbc.sql("""
                        insert into incident.call (id, world, shown_only, began_at, step) values (:id, :world, :shown, :began, 0)
                        """)
                .param("id", call.id())
                .param("world", call.world().code())
                .param("shown", call.shownOnly())
                .param("began", Timestamp.from(call.beganAt()))
                .update();
    }

    /** As if nobody had been called yet: what it bears of hours to come goes. */
    Live beginAnew(Live call, Instant now) {
        jdbc.sql("delete from incident.call_step where call_id = :id and at > :now")
                .param("id", call.id())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("update incident.call set began_at = :now, step = 0 where id = :id")
                .param("id", call.id())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("update incident.call_incident set at = :now where call_id = :id and at > :now")
                .param("id", call.id())
                .param("now", Timestamp.from(now))
                .update();
        return new Live(call.id(), call.world(), call.shownOnly(), now, now, 0);
    }

    /** All of its world that wait are called for with it; what has become graver, anew. */
    int gather(Live call, Instant now) {
        return jdbc.sql("""
                        insert into incident.call_incident (call_id, incident_id, at)
                        select :call, i.id, :now from incident.alarm n join incident.incident i on i.id = n.incident_id
                        where n.waits_since is not null and i.world = :world
                        on conflict (call_id, incident_id) do update set at = excluded.at
                        """)
                .param("call", call.id())
                .param("now", Timestamp.from(now))
                .param("world", call.world().code())
                .update();
    }

    /** The number of the gravest of them, as it stands in the queue now; empty when none is open. */
    Optional<PublicReference> gravest(UUID call) {
        return jdbc.sql("with recursive " + UP + """
                        select i.reference from incident.incident i join up using (id) where i.open
                        order by i.urgency desc, i.opened_at, i.id limit 1
                        """)
                .param("call", call)
                .query(String.class)
                .optional()
                .flatMap(PublicReference::parse);
    }

    void step(UUID call, int step, @Nullable Instant next) {
        jdbc.sql("update incident.call set step = :step, due_at = :next where id = :call")
                .param("step", step)
                .param("next", next == null ? null : Timestamp.from(next), Types.TIMESTAMP)
                .param("call", call)
                .update();
    }

    /** @return its identifier */
    UUID called(UUID call, int step, Colleague who, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into incident.call_step (id, call_id, step, account_id, name, at)
                        values (:id, :call, :step, :account, :name, :now)
                        """)
                .param("id", id)
                .param("call", call)
                .param("step", step)
                .param("account", who.account())
                .param("name", who.name())
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /** Somebody who took one of its incidents in hand since it began, or gave it to a colleague. */
    record Taker(UUID account, String name, Instant at) {}

    Optional<Taker> taker(Live call) {
        return jdbc.sql("with recursive " + UP + """
                        select a.by_account, a.by_name, a.at from incident.assignment a join up on up.id = a.incident_id
                        where a.ended_at is null and a.by_account is not null and a.at >= :began order by a.at limit 1
                        """)
                .param("call", call.id())
                .param("began", Timestamp.from(call.beganAt()))
                .query((row, number) -> new Taker(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** False: it had ended before. */
    boolean end(UUID call, String how, @Nullable UUID account, @Nullable String name, Instant at) {
        return jdbc.sql("""
                        update incident.call set ended_at = :at, ended = :how, ended_by = :account, ended_by_name = :name, due_at = null
                        where id = :call and ended_at is null
                        """)
                        .param("at", Timestamp.from(at))
                        .param("how", how)
                        .param("account", account, Types.OTHER)
                        .param("name", name)
                        .param("call", call)
                        .update()
                > 0;
    }
}
