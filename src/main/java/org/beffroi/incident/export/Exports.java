package org.beffroi.incident.export;

import java.util.List;
import java.util.Map;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.incident.attack.domain.Techniques;
import org.beffroi.incident.attack.domain.Techniques.Used;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Observables;
import org.beffroi.incident.domain.Observables.Seen;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** What leaves the desk for other people's tools. That it left is written down. */
@Component
public class Exports {
    private final CaseFiles files;
    private final Observables observables;
    private final Techniques techniques;
    private final Taxonomy taxonomy;
    private final AuditTrail trail;

    Exports(CaseFiles files, Observables observables, Techniques techniques, Taxonomy taxonomy, AuditTrail trail) {
        this.files = files;
        this.observables = observables;
        this.techniques = techniques;
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
        var marks = marks(most);
        var file = opened(typed, viewer);
        return MispExport.of(file, seen(file, marks, viewer), used(file, viewer), desk, most);
    }

    /** A bundle of STIX 2.1; the same of {@code most} and {@code desk}. */
    public Map<String, Object> stix(String typed, String most, String desk, Viewer viewer) {
        var marks = marks(most);
        var file = opened(typed, viewer);
        var first = file.declared().getFirst();
        return StixExport.bundle(
                desk, first.reference(), first.declaredAt(), seen(file, marks, viewer), used(file, viewer), most);
    }

    /** Those that may be in it. */
    private List<String> marks(String most) {
        var marks = taxonomy.vocabulary("tlp").codes();
        if (!marks.contains(most)) {
            FieldErrors.NONE.and("tlp", "incident.error.tlp").throwIfAny();
        }
        return marks.subList(0, marks.indexOf(most) + 1);
    }

    private List<Seen> seen(CaseFile file, List<String> marks, Viewer viewer) {
        return observables.of(file.incident().id(), viewer).stream()
                .filter(seen -> marks.contains(seen.tlp()))
                .toList();
    }

    private List<Used> used(CaseFile file, Viewer viewer) {
        return techniques.of(file.incident().id(), viewer);
    }

    private CaseFile opened(String typed, Viewer viewer) {
        var file = files.open(typed, viewer, 1);
        trail.record(viewer, "incident.export", "incident", file.incident().id());
        return file;
    }
}
