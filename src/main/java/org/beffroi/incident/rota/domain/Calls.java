package org.beffroi.incident.rota.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.IncidentDesk;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was called for an incident, and «I have it». For the desk alone. */
@Service
@Transactional
public class Calls {
    private final CallReader reader;
    private final CallStore store;
    private final CaseFiles files;
    private final IncidentDesk desk;
    private final AuditTrail trail;
    private final Clock clock;

    Calls(CallReader reader, CallStore store, CaseFiles files, IncidentDesk desk, AuditTrail trail, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.files = files;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Call> of(UUID incident, Viewer viewer) {
        return viewer.atTheDesk() ? reader.of(incident) : List.of();
    }

    /** @param typed any number of its declarations, as people write it */
    @Transactional(readOnly = true)
    public List<Call> of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /** What nobody has answered; for the top of the queue. */
    @Transactional(readOnly = true)
    public Optional<Call> live(World world, Viewer viewer) {
        return viewer.atTheDesk() ? reader.live(world.code()) : Optional.empty();
    }

    /**
     * Whoever comes first has it, on call or not; the incident is theirs if nobody has it in hand. Twice, or after a colleague, does no harm.
     *
     * @throws Refusal of kind NOT_FOUND where nobody is or was called for this incident
     */
    public void answer(UUID incident, Viewer by) {
        var calls = of(incident, by);
        if (calls.isEmpty()) {
            throw Refusal.notFound("incident.call.refused.none");
        }
        for (var call : calls) {
            if (call.isLive() && store.end(call.id(), "ANSWERED", by.account(), by.name(), clock.instant())) {
                trail.record(by, "rota.answer", "incident", incident);
                desk.takeIfFree(Hand.on(incident, by));
            }
        }
    }

    /** The same, by the number that somebody typed. */
    public void answer(String typed, Viewer by) {
        answer(files.require(typed, by), by);
    }
}
