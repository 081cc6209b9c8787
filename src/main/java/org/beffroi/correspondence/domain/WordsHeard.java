package org.beffroi.correspondence.domain;

import org.beffroi.incident.WordToStructure;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What other modules want a structure to read stands in its conversation, in the house's own name. */
@Component
class WordsHeard {
    private final Seats seats;
    private final Correspondence correspondence;

    WordsHeard(Seats seats, Correspondence correspondence) {
        this.seats = seats;
        this.correspondence = correspondence;
    }

    /** Heard twice, it stands there once. */
    @ApplicationModuleListener
    void on(WordToStructure word) {
        seats.ordered(word.declaration(), null, OwnWords.BEFFROI)
                .filter(seat -> !seat.declaration().channel().equals("IMPORT"))
                .ifPresent(seat -> correspondence.write(seat, new Draft(word.text(), word.key(), false).unhurried()));
    }
}
