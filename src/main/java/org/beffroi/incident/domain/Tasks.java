package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.incident.PlaybookFollowed;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Playbook.Said;
import org.beffroi.incident.domain.Task.Kind;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has to be done in an incident: from playbooks, and set by hand. For the desk alone. */
@Service
public class Tasks {
    /** Of one incident. */
    static final int MOST = 500;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000;

    private final TaskStore store;
    private final Playbooks playbooks;
    private final CaseFiles files;
    private final Hands hands;
    private final Rehearsing rehearsing;
    private final Book book;

    Tasks(
            TaskStore store,
            Playbooks playbooks,
            IncidentStore incidents,
            CaseFiles files,
            Rehearsing rehearsing,
            Book book) {
        this.rehearsing = rehearsing;
        this.store = store;
        this.playbooks = playbooks;
        this.files = files;
        this.hands = new Hands(incidents, book);
        this.book = book;
    }

    /** A playbook that is followed. */
    public record Run(UUID id, String key, String edition, Said title, Instant at, String by) {}

    /**
     * All of an incident.
     *
     * @param proposed playbooks that its causes suggest and that are not followed yet
     * @param now against which times are late
     */
    public record Sheet(List<Run> runs, List<Task> tasks, List<Playbook> proposed, List<Playbook> others, Instant now) {
        public List<Task> of(@Nullable UUID run) {
            return tasks.stream()
                    .filter(task -> Objects.equals(task.run(), run))
                    .toList();
        }

        public long done(@Nullable UUID run) {
            return of(run).stream().filter(task -> !task.open()).count();
        }

        public List<Task> open() {
            return tasks.stream().filter(Task::open).toList();
        }

        public long late() {
            return tasks.stream().filter(task -> task.lateAt(now)).count();
        }
    }

    /** Empty for all but the desk. */
    @Transactional(readOnly = true)
    public Sheet of(UUID incident, Viewer viewer) {
        var now = book.now(viewer).at();
        if (!viewer.atTheDesk()) {
            return new Sheet(List.of(), List.of(), List.of(), List.of(), now);
        }
        var runs = store.runs(incident);
        var followed = runs.stream().map(Run::key).toList();
        var causes = playbooks.causes(incident);
        var left = playbooks.all().stream()
                .filter(playbook -> !followed.contains(playbook.key()))
                .toList();
        return new Sheet(
                runs,
                store.of(incident),
                left.stream().filter(playbook -> suggests(playbook, causes)).toList(),
                left.stream().filter(playbook -> !suggests(playbook, causes)).toList(),
                now);
    }

    private static boolean suggests(Playbook playbook, List<String> causes) {
        return playbook.causes().stream().anyMatch(causes::contains);
    }

    @Transactional(readOnly = true)
    public Sheet of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /** Copies the playbook's tasks: a later edition changes nothing. Begun twice, it is one. */
    @Transactional
    public void follow(UUID incident, String key, Viewer by) {
        var playbook = playbooks.require(key);
        var held = hands.hold(Hand.on(incident, by));
        held.note();
        var who = book.now(by);
        var run = store.begin(incident, playbook, who);
        if (run == null) {
            return;
        }
        var speed = rehearsing.speed(held.world());
        int position = 0;
        for (var step : playbook.steps()) {
            var due = step.due() == null ? null : who.at().plus(step.due().dividedBy(speed));
            store.set(
                    incident,
                    new TaskStore.Set(
                            run, position++, step.key(), step.party(), due, step.after(), step.title(), step.help()),
                    who);
        }
        checkCount(incident);
        book.publish(new PlaybookFollowed(incident, held.world(), who.at(), playbook.key()));
        book.audit(by, "follow", incident);
    }

    private void checkCount(UUID incident) {
        if (store.of(incident).size() > MOST) {
            throw Refusal.conflict("incident.refused.tasks-many", MOST);
        }
    }

    /** A task of one's own, in one's own language. */
    @Transactional
    public UUID set(UUID incident, String title, @Nullable Party party, @Nullable Instant due, Viewer by) {
        var words = title.strip();
        if (words.isEmpty() || words.length() > LONGEST_TITLE) {
            FieldErrors.NONE.and("task", "incident.error.task", LONGEST_TITLE).throwIfAny();
        }
        hands.hold(Hand.on(incident, by)).note();
        var own = new TaskStore.Set(
                null,
                0,
                "",
                Objects.requireNonNullElse(party, Party.DESK),
                due,
                List.of(),
                new Said(words, words),
                new Said("", ""));
        var id = store.set(incident, own, book.now(by));
        checkCount(incident);
        book.audit(by, "task", incident);
        return id;
    }

    /**
     * Says what became of a task.
     *
     * @param text whose it is, or why; needed where there is nothing to do, and where something that comes before is still open
     */
    @Transactional
    public void step(UUID incident, UUID task, Kind kind, String text, Viewer by) {
        hands.hold(Hand.on(incident, by)).note();
        var known = store.of(incident).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("incident.refused.task"));
        var words = text.strip();
        check(known, kind, words);
        store.step(task, kind, words, book.now(by));
        book.audit(by, "task", incident);
    }

    private static void check(Task task, Kind kind, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.invalid("incident.error.too-long", LONGEST_TEXT);
        }
        switch (kind) {
            case OWNED -> {}
            case REOPENED -> {
                if (task.open()) {
                    throw Refusal.conflict("incident.refused.task-open");
                }
            }
            case NOT_APPLICABLE -> checkOpen(task, text.isEmpty() ? "incident.error.task-not-applicable" : null);
            case DONE ->
                checkOpen(task, !task.waits().isEmpty() && text.isEmpty() ? "incident.error.task-before" : null);
        }
    }

    /** @param lacking what is wrong with the reason; null: nothing */
    private static void checkOpen(Task task, @Nullable String lacking) {
        if (!task.open()) {
            throw Refusal.conflict("incident.refused.task-ended");
        }
        if (lacking != null) {
            throw Refusal.invalid(lacking);
        }
    }
}
