package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Playbook.Said;
import org.beffroi.incident.domain.Task.Ended;
import org.beffroi.incident.domain.Task.Kind;
import org.beffroi.incident.domain.Tasks.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks in SQL: of an incident and of all that live on in it. The last word on a task holds. */
@Component
class TaskStore {
    private static final String TASKS = "with recursive " + Family.TREE + """
            select t.*, o.text as owner, e.kind as how, e.at as ended_at, e.by_name as ended_by, e.text as because
            from incident.task t
                left join lateral (select text from incident.task_step s where s.task_id = t.id and s.kind = 'OWNED'
                    order by s.at desc, s.id desc limit 1) o on true
                left join lateral (select * from incident.task_step s where s.task_id = t.id and s.kind <> 'OWNED'
                    order by s.at desc, s.id desc limit 1) e on true
            where t.incident_id in (select id from tree) order by t.run_id nulls last, t.position, t.id
            """;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As its row has it: what it waits for are keys of the same run. */
    private record Row(Task task, List<String> after) {}

    List<Task> of(UUID incident) {
        var rows = jdbc.sql(TASKS)
                .param("incident", incident)
                .query((row, number) -> row(row))
                .list();
        var open = new HashMap<String, Said>();
        rows.stream().map(Row::task).filter(Task::open).forEach(task -> open.put(name(task, task.key()), task.title()));
        return rows.stream().map(row -> waiting(row, open)).toList();
    }

    private static String name(Task task, String key) {
        return task.run() + "/" + key;
    }

    private static Task waiting(Row row, Map<String, Said> open) {
        var task = row.task();
        var waits = row.after().stream()
                .map(key -> open.get(name(task, key)))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        return new Task(
                task.id(),
                task.run(),
                task.key(),
                task.party(),
                task.due(),
                waits,
                task.title(),
                task.help(),
                task.owner(),
                task.ended());
    }

    private static Row row(ResultSet row) throws SQLException {
        var due = row.getTimestamp("due_at");
        var owner = row.getString("owner");
        return new Row(
                new Task(
                        row.getObject("id", UUID.class),
                        row.getObject("run_id", UUID.class),
                        row.getString("key"),
                        Party.valueOf(row.getString("party")),
                        due == null ? null : due.toInstant(),
                        List.of(),
                        new Said(row.getString("title"), row.getString("title_fr")),
                        new Said(row.getString("help"), row.getString("help_fr")),
                        owner == null || owner.isEmpty() ? null : owner,
                        ended(row)),
                Arrays.asList((String[]) row.getArray("after").getArray()));
    }

    private static @Nullable Ended ended(ResultSet row) throws SQLException {
        var how = row.getString("how");
        return how == null || how.equals(Kind.REOPENED.name())
                ? null
                : new Ended(
                        Kind.valueOf(how),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getString("ended_by"),
                        row.getString("because"));
    }

    List<Run> runs(UUID incident) {
        return jdbc.sql("with recursive " + Family.TREE + """
                        select * from incident.playbook_run where incident_id in (select id from tree) order by at, id
                        """)
                .param("incident", incident)
                .query((row, number) -> new Run(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("edition"),
                        new Said(row.getString("title"), row.getString("title_fr")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /** @return null when it is followed already */
    @Nullable
    UUID begin(UUID incident, Playbook playbook, Who who) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var fresh = jdbc.sql("""
                        insert into incident.playbook_run (id, incident_id, key, edition, title, title_fr, at, by_account, by_name)
                        values (:id, :incident, :key, :edition, :title, :titleFr, :at, :account, :name) on conflict do nothing
                        """)
                .param("id", id)
                .param("incident", incident)
                .param("key", playbook.key())
                .param("edition", playbook.edition())
                .param("title", playbook.title().english())
                .param("titleFr", playbook.title().french())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
        return fresh == 1 ? id : null;
    }

    /** What is set. {@code position} among those of its playbook. */
    record Set(
            @Nullable UUID run,
            int position,
            String key,
            Party party,
            @Nullable Instant due,
            List<String> after,
            Said title,
            Said help) {}

    UUID set(UUID incident, Set task, Who who) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into incident.task (id, incident_id, run_id, position, key, party, due_at, after, title, title_fr, help, help_fr,
                            at, by_account, by_name)
                        values (:id, :incident, :run, :position, :key, :party, :due, :after, :title, :titleFr, :help, :helpFr,
                            :at, :account, :name)
                        """)
                .param("id", id)
                .param("incident", incident)
                .param("run", task.run())
                .param("position", task.position())
                .param("key", task.key())
                .param("party", task.party().name())
                .param("due", task.due() == null ? null : Timestamp.from(task.due()))
                .param("after", task.after().toArray(String[]::new))
                .param("title", task.title().english())
                .param("titleFr", task.title().french())
                .param("help", task.help().english())
                .param("helpFr", task.help().french())
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
        return id;
    }

    void step(UUID task, Kind kind, String text, Who who) {
        jdbc.sql("""
                        insert into incident.task_step (id, task_id, kind, text, at, by_account, by_name)
                        values (:id, :task, :kind, :text, :at, :account, :name)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("task", task)
                .param("kind", kind.name())
                .param("text", text)
                .param("at", Timestamp.from(who.at()))
                .param("account", who.account())
                .param("name", who.name())
                .update();
    }
}
