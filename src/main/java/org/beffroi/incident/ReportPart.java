package org.beffroi.incident;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.papers.Paper;

/**
 * What a later module adds to the reports of an incident, in the current language. One that fails is left out, and the report says so.
 */
public interface ReportPart {
    /** The smaller, the earlier. */
    int order();

    /** For the desk. */
    List<Paper.Part> ofIncident(UUID incident, Viewer viewer);

    /** For the structure: nothing of the desk's own, nothing of another structure. */
    List<Paper.Part> ofDeclaration(Sheet declaration, Viewer reader);
}
