package org.beffroi.correspondence.domain;

import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.incident.IncidentResolved;
import org.beffroi.incident.Incidents;
import org.beffroi.shared.World;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * When a structure works normally again, it is asked how they came in, with help to look for it: most never look, and fall twice to the same
 * door. Asked once for each declaration, and never where it was no attack.
 */
@Component
class EntryPointQuestion {
    private static final String KEY = "entry-point";

    private final Incidents incidents;
    private final Seats seats;
    private final Correspondence correspondence;
    private final MessageStore messages;
    private final OwnWords words;

    EntryPointQuestion(
            Incidents incidents, Seats seats, Correspondence correspondence, MessageStore messages, OwnWords words) {
        this.incidents = incidents;
        this.seats = seats;
        this.correspondence = correspondence;
        this.messages = messages;
        this.words = words;
    }

    @ApplicationModuleListener
    void on(IncidentResolved event) {
        if (event.world().equals(World.NATIONAL) || event.world().isRehearsal()) {
            incidents
                    .declarations(event.incident(), Viewer.system(OwnWords.BEFFROI))
                    .forEach(this::ask);
        }
    }

    private void ask(UUID declaration) {
        var seat = seats.ordered(declaration, null, OwnWords.BEFFROI).filter(EntryPointQuestion::wasAttacked);
        if (seat.isPresent() && !words.nobodyWaits(declaration) && !asked(declaration)) {
            correspondence.write(seat.get(), new Draft(words.of(KEY, seat.get()), KEY, true).unhurried());
        }
    }

    /** In whatever words, before an upgrade. */
    private boolean asked(UUID declaration) {
        return messages.of(declaration).stream()
                .anyMatch(row -> row.side() == Side.DESK && row.key().equals(KEY));
    }

    private static boolean wasAttacked(Seat seat) {
        var sheet = seat.declaration();
        return !sheet.channel().equals("IMPORT")
                && sheet.answers().all("origin").contains("MALICIOUS");
    }
}
