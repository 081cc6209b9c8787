package org.beffroi.incident.evidence.domain;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who is let in to which evidence: the desk to an incident's, a structure to what it handed in itself; nobody else. */
@Component
public class Lockers {
    private final CaseFiles files;
    private final Incidents incidents;
    private final Speakers speakers;
    private final EvidenceStore store;

    Lockers(CaseFiles files, Incidents incidents, Speakers speakers, EvidenceStore store) {
        this.files = files;
        this.incidents = incidents;
        this.speakers = speakers;
        this.store = store;
    }

    /** @param typed any declaration's number, as people write it */
    public Locker ofIncident(String typed, Viewer viewer) {
        return ofIncident(files.require(typed, viewer), viewer);
    }

    public Locker ofIncident(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw Refusal.notFound("incident.refused.unknown");
        }
        return new Locker(
                incident, null, store.family(incident), incidents.declarations(incident, viewer), true, viewer);
    }

    public Locker ofDeclaration(String typed, Viewer viewer) {
        return ofDeclaration(speakers.find(typed, viewer), viewer);
    }

    public Locker followed(String token) {
        return ofDeclaration(speakers.followed(token), Viewer.guest());
    }

    /** For one who may read the declaration: whoever may only read it, as an agency, finds nothing in it. */
    public Locker ofDeclaration(Sheet sheet, Viewer reader) {
        var may = speakers.may(sheet, reader);
        return new Locker(null, sheet, List.of(), may ? List.of(sheet.declaration()) : List.of(), may, reader);
    }
}
