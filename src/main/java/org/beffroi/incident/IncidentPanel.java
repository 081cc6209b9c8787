package org.beffroi.incident;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;

/**
 * A part that a later module adds to an incident's page. Two with one key stop the start; one that fails is replaced by a sentence, and
 * the rest of the page stays.
 */
public interface IncidentPanel {
    String key();

    /** The smaller, the higher on the page. */
    int order();

    /** A template with a fragment {@code panel(model)}, for example {@code patientsafety/incident-panel}. */
    String template();

    Map<String, Object> model(UUID incident, Viewer viewer);
}
