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
}
