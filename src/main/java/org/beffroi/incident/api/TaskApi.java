package org.beffroi.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Task;
import org.beffroi.incident.domain.Task.Kind;
import org.beffroi.incident.domain.Tasks;
import org.beffroi.incident.domain.Tasks.Run;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What has to be done in an incident, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/tasks")
class TaskApi {
    private final Tasks tasks;
    private final CaseFiles files;

    TaskApi(Tasks tasks, CaseFiles files) {
        this.tasks = tasks;
        this.files = files;
    }

    /** @param proposed keys of playbooks that the causes suggest */
    record TaskList(List<Run> runs, List<Task> tasks, List<String> proposed) {}

    /** @param playbook its key */
    record PlaybookChoice(@Nullable String playbook) {}

    /** @param title at most 300 characters; no patient's name */
    record TaskDraft(
            @Nullable String title,
            @Nullable Party party,
            @Nullable Instant due) {}

    /** @param text whose it is, or why */
    record TaskWord(@Nullable Kind kind, @Nullable String text) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    TaskList list(@PathVariable String reference, Viewer viewer) {
        var sheet = tasks.of(reference, viewer);
        return new TaskList(
                sheet.runs(),
                sheet.tasks(),
                sheet.proposed().stream().map(playbook -> playbook.key()).toList());
    }

    /** Begins a playbook: its tasks are copied. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/playbook")
    TaskList follow(@PathVariable String reference, @RequestBody PlaybookChoice body, Viewer viewer) {
        tasks.follow(files.require(reference, viewer), Objects.requireNonNullElse(body.playbook(), ""), viewer);
        return list(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    TaskList set(@PathVariable String reference, @RequestBody TaskDraft body, Viewer viewer) {
        tasks.set(
                files.require(reference, viewer),
                Objects.requireNonNullElse(body.title(), ""),
                body.party(),
                body.due(),
                viewer);
        return list(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void step(@PathVariable String reference, @PathVariable UUID id, @RequestBody TaskWord body, Viewer viewer) {
        var incident = files.require(reference, viewer);
        if (body.kind() == null) {
            throw Refusal.invalid("incident.error.task-step");
        }
        tasks.step(incident, id, body.kind(), Objects.requireNonNullElse(body.text(), ""), viewer);
    }
}
