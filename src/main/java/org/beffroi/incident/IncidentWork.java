package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.access.Viewer;

/** What imports and the demonstration's stories do with incidents: the same steps as the desk's, checked by the same rules. */
public interface IncidentWork {
    /** The incident of a declaration, opened now if the event has not been heard yet. */
    UUID openFor(UUID declaration);

    void take(UUID incident, Viewer by);

    void triage(UUID incident, Assessment assessment, Viewer by);

    void note(UUID incident, String text, Viewer by);

    void resolve(UUID incident, Instant resolvedAt, Viewer by);

    void close(UUID incident, Conclusion conclusion, Viewer by);

    void reopen(UUID incident, String reason, Viewer by);

    /** The declaration joins the incident, and with it all of its own incident when that bears its number. */
    void join(UUID incident, UUID declaration, Viewer by);

    /** A declaration that had joined by mistake goes back to its own incident. */
    void split(UUID incident, UUID declaration, String because, Viewer by);
}
