package org.beffroi.incident.api;

import java.util.function.Consumer;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.api.IncidentJson.Closing;
import org.beffroi.incident.api.IncidentJson.Handing;
import org.beffroi.incident.api.IncidentJson.Joining;
import org.beffroi.incident.api.IncidentJson.Noting;
import org.beffroi.incident.api.IncidentJson.Reopening;
import org.beffroi.incident.api.IncidentJson.Resolving;
import org.beffroi.incident.api.IncidentJson.Splitting;
import org.beffroi.incident.api.IncidentJson.Triaging;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.IncidentDesk;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins;
import org.beffroi.incident.domain.Queue;
import org.beffroi.incident.domain.QueueFilter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Incidents for machines: the same as the pages. A body may carry the {@code version} that was read; when somebody changed the incident
 * since, nothing is done and the answer (409) says who and when.
 */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentApi {
    private final Queue queue;
    private final CaseFiles files;
    private final IncidentDesk desk;
    private final IncidentJoins joins;

    IncidentApi(Queue queue, CaseFiles files, IncidentDesk desk, IncidentJoins joins) {
        this.queue = queue;
        this.files = files;
        this.desk = desk;
        this.joins = joins;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping
    Queue.Page list(@ParameterObject QueueFilter asked, Viewer viewer) {
        return queue.page(asked.query(), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/{reference}")
    IncidentJson read(@PathVariable String reference, Viewer viewer) {
        return IncidentJson.of(files.open(reference, viewer));
    }

    /** Without {@code assignee} the caller takes it. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/assignment")
    IncidentJson assign(@PathVariable String reference, @RequestBody Handing body, Viewer viewer) {
        return act(reference, body.version(), viewer, hand -> {
            if (body.assignee() == null) {
                desk.take(hand);
            } else {
                desk.assign(hand, body.assignee());
            }
        });
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/triage")
    IncidentJson triage(@PathVariable String reference, @RequestBody Triaging body, Viewer viewer) {
        return act(reference, body.version(), viewer, hand -> desk.triage(hand, body.assessment()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/notes")
    IncidentJson note(@PathVariable String reference, @RequestBody Noting body, Viewer viewer) {
        return act(reference, null, viewer, hand -> desk.note(hand.incident(), IncidentJson.text(body.text()), viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/resolution")
    IncidentJson resolve(@PathVariable String reference, @RequestBody Resolving body, Viewer viewer) {
        return act(reference, body.version(), viewer, hand -> desk.resolve(hand, body.instant()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/closure")
    IncidentJson close(@PathVariable String reference, @RequestBody Closing body, Viewer viewer) {
        return act(reference, body.version(), viewer, hand -> desk.close(hand, body.conclusion()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/reopening")
    IncidentJson reopen(@PathVariable String reference, @RequestBody Reopening body, Viewer viewer) {
        return act(reference, body.version(), viewer, hand -> desk.reopen(hand, IncidentJson.text(body.reason())));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/declarations")
    IncidentJson join(@PathVariable String reference, @RequestBody Joining body, Viewer viewer) {
        return act(
                reference,
                body.version(),
                viewer,
                hand -> joins.join(
                        hand,
                        new IncidentJoins.Joining(
                                files.declaration(IncidentJson.text(body.declaration()), viewer),
                                body.otherVersion(),
                                body.because())));
    }

    /** What a join would do. Nothing is changed. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{reference}/joining")
    JoiningJson compare(@PathVariable String reference, @RequestParam String declaration, Viewer viewer) {
        return JoiningJson.of(
                joins.plan(files.require(reference, viewer), files.declaration(declaration, viewer), viewer));
    }

    /** Takes a declaration out again. The answer is the incident that it leaves. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{reference}/splits")
    IncidentJson split(@PathVariable String reference, @RequestBody Splitting body, Viewer viewer) {
        return act(
                reference,
                body.version(),
                viewer,
                hand -> joins.split(
                        hand,
                        files.declaration(IncidentJson.text(body.declaration()), viewer),
                        IncidentJson.text(body.because())));
    }

    private IncidentJson act(String reference, @Nullable Integer version, Viewer viewer, Consumer<Hand> deed) {
        deed.accept(files.hand(reference, version, viewer));
        return IncidentJson.of(files.open(reference, viewer));
    }
}
