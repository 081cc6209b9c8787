package org.beffroi.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.PublicReference;

/** What other modules may ask of incidents. */
public interface Incidents {
    /** Which incident a number leads to, its own or that of any declaration that joined it; empty when it is not for this viewer. */
    Optional<UUID> find(PublicReference reference, Viewer viewer);

    /** The declarations that belong to an incident, the first one first; those not for this viewer are left out. */
    List<UUID> declarations(UUID incident, Viewer viewer);

    /** Neither closed nor joined to another. */
    boolean isOpen(UUID incident);

    /** A declaration and the incident that it opened, wherever it belongs by now. */
    record Opened(UUID incident, UUID declaration) {}

    /**
     * What was opened after an incident, in order of their identifiers (UUIDv7: of their openings), for a module that works through all of
     * them. A listener would cost a row of the registry for each declaration, within what must be quick. One that is committed late comes
     * before others that were read already.
     *
     * @param last the last one that was read
     */
    List<Opened> openedAfter(UUID last, int atMost);
}
