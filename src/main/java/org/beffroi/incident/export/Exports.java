package org.beffroi.incident.export;

import java.util.List;
import java.util.Map;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Observables;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** What leaves the desk for other people's tools. That it left is written down. */
@Component
public class Exports {
    private final CaseFiles files;
    private final Observables observables;
    private final Taxonomy taxonomy;
    private final AuditTrail trail;

    Exports(CaseFiles files, Observables observables, Taxonomy taxonomy, AuditTrail trail) {
        this.files = files;
        this.observables = observables;
        this.taxonomy = taxonomy;
        this.trail = trail;
    }

    /** VERIS 1.4.1. */
    public Map<String, Object> veris(String typed, Viewer viewer) {
        return VerisExport.of(opened(typed, viewer));
    }

    /**
     * A MISP event.
     *
     * @param most the strictest TLP mark that may be in it
     * @param desk the name of the organisation that says so
     */
    public Map<String, Object> misp(String typed, String most, String desk, Viewer viewer) {
        List<String> marks = taxonomy.vocabulary("tlp").codes();
        if (!marks.contains(most)) {
            FieldErrors.NONE.and("tlp", "incident.error.tlp").throwIfAny();
        }
        var file = opened(typed, viewer);
        var told = observables.of(file.incident().id(), viewer).stream()
                .filter(seen -> marks.indexOf(seen.tlp()) <= marks.indexOf(most))
                .toList();
        return MispExport.of(file, told, desk, most);
    }

    private CaseFile opened(String typed, Viewer viewer) {
        var file = files.open(typed, viewer, 1);
        trail.record(viewer, "incident.export", "incident", file.incident().id());
        return file;
    }
}
