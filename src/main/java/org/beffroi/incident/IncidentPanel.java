package org.beffroi.incident;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;

/**
 * A part that a later module adds to an incident's page. Two with one key stop the start; one that fails is replaced by a sentence, and
 * the rest of the page stays.
 */
public interface IncidentPanel {
    /** What a model may hold: the message key of the panel's title, where it has something to show, for the page's list of its parts. */
    String JUMP = "jump";

    /** What a model may hold: true when there is nothing in the panel yet. It is folded up then, and not printed. */
    String BARE = "bare";

    /** Also the identifier of its element, to which the list leads. */
    String key();

    /** The smaller, the higher on the page. */
    int order();

    /** A template with a fragment {@code panel(model)}, for example {@code patientsafety/incident-panel}. */
    String template();

    Map<String, Object> model(UUID incident, Viewer viewer);
}
