package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.MessageWritten;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.Incidents.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what other machines are to be told: once each, however often it is heard. */
@Component
class WebhookWriter {
    private static final Viewer BEFFROI = Viewer.system("webhooks");
    private static final String INCIDENT = "incidents/%s";

    private final WebhookStore store;
    private final OutboxStore outbox;
    private final Declarations declarations;
    private final Incidents incidents;
    private final Clock clock;

    WebhookWriter(WebhookStore store, OutboxStore outbox, Declarations declarations, Incidents incidents, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.declarations = declarations;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** In the caller's transaction: what was declared, and the incidents that were opened for it. */
    void opened(List<Opened> opened) {
        if (opened.isEmpty() || !store.anybodyListens()) {
            return;
        }
        for (var sheet :
                declarations.sheets(opened.stream().map(Opened::declaration).toList(), BEFFROI)) {
            var known = sheet.recordedAt();
            tell(sheet, "declaration.received", sheet.declaredAt(), known, null, "declarations/%s");
            tell(sheet, "incident.opened", sheet.declaredAt(), known, null, INCIDENT);
        }
    }

    void written(MessageWritten event) {
        if (store.anybodyListens()) {
            declarations
                    .sheet(event.declaration(), BEFFROI)
                    .ifPresent(sheet -> tell(
                            sheet,
                            "message.written",
                            event.writtenAt(),
                            event.writtenAt(),
                            event.by().name(),
                            "incidents/%s/messages"));
        }
    }

    /** An incident bears the number of the declaration that opened it. */
    void ofIncident(UUID incident, String kind, Instant at) {
        if (store.anybodyListens()) {
            var all = incidents.declarations(incident, BEFFROI);
            declarations
                    .sheets(all.stream().limit(1).toList(), BEFFROI)
                    .forEach(sheet -> tell(sheet, kind, at, at, null, INCIDENT));
        }
    }

    /** @param known when it was known here: of what was, before a machine was registered, that machine is told nothing */
    private void tell(Sheet sheet, String kind, Instant at, Instant known, @Nullable String by, String link) {
        var event = WebhookEvent.about(sheet, kind, at, by, link);
        store.listening(sheet.world()).stream()
                .filter(hook -> !known.isBefore(hook.madeAt()))
                .forEach(hook -> add(hook, event));
    }

    void test(Webhook hook) {
        add(hook, new WebhookEvent(UuidCreator.getTimeOrderedEpoch(), "test", clock.instant(), null, null, null, null));
    }

    private void add(Webhook hook, WebhookEvent event) {
        var call = UuidCreator.getTimeOrderedEpoch();
        if (store.addCall(call, hook.id(), event, JsonMapper.shared().writeValueAsString(event))) {
            outbox.add(call, Notices.Kind.EVENT, null, new Reach(Way.WEBHOOK, hook.host()), clock.instant());
        }
    }
}
