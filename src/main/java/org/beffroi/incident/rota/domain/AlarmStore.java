package org.beffroi.incident.rota.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.incident.domain.Major;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How grave incidents are, and which wait to be called for. */
@Component
class AlarmStore {
    /** Those of the national world, and of rehearsals; what was imported into another one calls nobody. */
    private static final String WORLDS = "(i.world = 'national' or i.world like 'rehearsal-%')";

    /**
     * Who changes an incident is awake, and sees it. {@code Beffroi} itself is nobody. What bears an hour to come was changed while the clock was
     * wrong: nobody is awake by it.
     */
    private static final String IN_HAND = """
            i.changed_by not in ('', 'Beffroi') and i.changed_at > :awake and i.changed_at < cast(:awake as timestamptz) + interval '2 hours'""";

    private static final String NEWS = """
            select i.id, i.world, %1$s as level, t.id as triage, n.level as known, n.triage_id as known_triage, %2$s as in_hand,
                exists (select 1 from incident.incident_declaration d where d.incident_id = i.id and d.stated_at > t.at) as stated_since
            from incident.incident i
                left join incident.triage t on t.incident_id = i.id and t.ended_at is null
                left join incident.alarm n on n.incident_id = i.id
            where %3$s and %4$s
                and case when n.incident_id is null then %1$s <> 0 or t.id is not null else %1$s <> n.level or t.id is distinct from n.triage_id end
            order by i.id limit :most
            """.formatted(Major.LEVEL, IN_HAND, WORLDS, Major.POSSIBLE);

    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that is not as it was when it was last looked at.
     *
     * @param known null: it was never looked at
     * @param inHand somebody of the desk has just worked on it
     * @param statedSince after the desk judged, a structure said something else of care, of patients or of its state
     */
    record News(
            UUID incident,
            World world,
            Major major,
            @Nullable UUID triage,
            Major.@Nullable Known known,
            boolean inHand,
            boolean statedSince) {
        boolean calls() {
            return major.calls(known, triage != null && !statedSince);
        }
    }

    /** One node at a time looks and calls; until the transaction ends. False: another does. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('incident.call'))")
                .query(Boolean.class)
                .single();
    }

    /** @param awake who changed an incident since then is at it */
    List<News> news(Instant awake, int most) {
        return jdbc.sql(NEWS)
                .param("awake", Timestamp.from(awake))
                .param("most", most)
                .query(AlarmStore::news)
                .list();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        var triage = row.getObject("triage", UUID.class);
        var known = row.getObject("known", Integer.class);
        return new News(
                row.getObject("id", UUID.class),
                new World(row.getString("world")),
                new Major(row.getInt("level")),
                triage,
                known == null
                        ? null
                        : new Major.Known(known, Objects.equals(triage, row.getObject("known_triage", UUID.class))),
                row.getBoolean("in_hand"),
                row.getBoolean("stated_since"));
    }

    /** @param waits since when it is to be called for; null: what waited waits on, nothing is added */
    void note(News news, @Nullable Instant waits) {
        jdbc.sql("""
                        insert into incident.alarm (incident_id, level, triage_id, waits_since) values (:incident, :level, :triage, :waits)
                        on conflict (incident_id) do update set level = excluded.level, triage_id = excluded.triage_id,
                            waits_since = coalesce(incident.alarm.waits_since, excluded.waits_since)
                        """)
                .param("incident", news.incident())
                .param("level", news.major().level())
                .param("triage", news.triage(), Types.OTHER)
                .param("waits", waits == null ? null : Timestamp.from(waits), Types.TIMESTAMP)
                .update();
    }

    /** What is over meanwhile, or has just been worked on, need not be called for. */
    void forget(Instant awake) {
        jdbc.sql("""
                        update incident.alarm n set waits_since = null from incident.incident i
                        where n.waits_since is not null and i.id = n.incident_id and ((%s) or not (%s))
                        """.formatted(IN_HAND, Major.POSSIBLE))
                .param("awake", Timestamp.from(awake))
                .update();
    }

    /** Worlds in which something waits. */
    List<World> waiting() {
        return jdbc.sql("""
                        select distinct i.world from incident.alarm n join incident.incident i on i.id = n.incident_id
                        where n.waits_since is not null order by i.world
                        """).query(String.class).list().stream().map(World::new).toList();
    }

    /** They wait no more: they are called for, or people are at the desk. */
    void release(World world) {
        jdbc.sql("""
                        update incident.alarm n set waits_since = null from incident.incident i
                        where n.waits_since is not null and i.id = n.incident_id and i.world = :world
                        """).param("world", world.code()).update();
    }
}
