package org.beffroi.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.Queue;
import org.beffroi.incident.domain.QueueFilter;
import org.beffroi.incident.domain.SavedViews;
import org.beffroi.incident.domain.SavedViews.SavedView;
import org.beffroi.incident.domain.Together;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes with the queue, for machines: what has changed, saved views, one deed on many. */
@RestController
@RequestMapping("/api/v1/incidents")
class QueueApi {
    private final Queue queue;
    private final SavedViews saved;
    private final Together together;
    private final MessageSource texts;

    QueueApi(Queue queue, SavedViews saved, Together together, MessageSource texts) {
        this.queue = queue;
        this.saved = saved;
        this.together = together;
        this.texts = texts;
    }

    /** Numbers alone. */
    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/changes")
    Queue.Changes changes(@ParameterObject QueueFilter asked, @RequestParam Instant since, Viewer viewer) {
        return queue.changes(asked.query(), since, viewer);
    }

    /** The filters of the view that is kept are those of the query, as for the queue. */
    record ViewName(@Nullable String name, @Nullable Boolean shared) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/views")
    List<SavedView> views(Viewer viewer) {
        return saved.of(viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/views")
    SavedView keep(@ParameterObject QueueFilter asked, @RequestBody ViewName body, Viewer viewer) {
        return saved.keep(
                Objects.requireNonNullElse(body.name(), ""), Boolean.TRUE.equals(body.shared()), asked.query(), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        saved.remove(id, viewer);
    }

    /**
     * One deed on many.
     *
     * @param deed take, assign, close, tag, join (the others to the first)
     * @param incidents references, at most 50
     * @param assignee e-mail of a colleague, for assign
     * @param outcome code of the vocabulary outcome, for close
     * @param tag words, for tag
     */
    record ManyDeed(
            @Nullable String deed,
            @Nullable List<String> incidents,
            @Nullable String assignee,
            @Nullable String outcome,
            @Nullable String tag) {}

    /** @param why in the caller's language */
    record ManyRefused(String reference, String why) {}

    record ManyDone(List<String> done, List<ManyRefused> notDone) {}

    /** Each in a transaction of its own: what cannot be done keeps nothing else from being done. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/together")
    ManyDone act(@RequestBody ManyDeed body, Viewer viewer) {
        var incidents = Objects.requireNonNullElse(body.incidents(), List.<String>of());
        var outcome = switch (Objects.requireNonNullElse(body.deed(), "").toLowerCase(Locale.ROOT)) {
            case "take" -> together.take(incidents, viewer);
            case "assign" -> together.assign(incidents, Objects.requireNonNullElse(body.assignee(), ""), viewer);
            case "close" ->
                together.close(
                        incidents,
                        new Conclusion(Objects.requireNonNullElse(body.outcome(), ""), null, null, null),
                        viewer);
            case "tag" -> together.tag(incidents, Objects.requireNonNullElse(body.tag(), ""), viewer);
            case "join" -> together.join(incidents, viewer);
            default -> throw Refusal.invalid("incident.error.deed");
        };
        return new ManyDone(
                outcome.done(),
                outcome.notDone().stream()
                        .map(one -> new ManyRefused(one.reference(), words(one.why())))
                        .toList());
    }

    private String words(Refusal refusal) {
        return texts.getMessage(refusal.key(), refusal.arguments().toArray(), LocaleContextHolder.getLocale());
    }
}
