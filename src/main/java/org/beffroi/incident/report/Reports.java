package org.beffroi.incident.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.ReportPart;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.incident.domain.State;
import org.beffroi.papers.Paper;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gathers a report. For the desk it holds all that its page holds; for a structure only what that structure has said itself, or may read on its
 * own page, and is made of that alone: nothing is taken out of the desk's.
 */
@Component
public class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final CaseFiles files;
    private final Speakers speakers;
    private final CaseParts parts;
    private final ReportWords words;
    private final List<ReportPart> more;
    private final Clock clock;

    Reports(
            CaseFiles files,
            Speakers speakers,
            CaseParts parts,
            ReportWords words,
            List<ReportPart> more,
            Clock clock) {
        this.files = files;
        this.speakers = speakers;
        this.parts = parts;
        this.words = words;
        this.more =
                more.stream().sorted(Comparator.comparingInt(ReportPart::order)).toList();
        this.clock = clock;
    }

    /** @param typed any declaration's number, as people write it */
    public Paper ofIncident(String typed, Viewer viewer) {
        var file = files.open(typed, viewer, 1);
        var id = file.incident().id();
        var all = new ArrayList<Part>();
        all.add(brief(file));
        file.sheets()
                .items()
                .forEach(sheet ->
                        all.add(Part.of(sheet.structure().name() + " · " + sheet.reference(), words.declared(sheet))));
        var left = file.declared().size() - file.sheets().items().size();
        if (left > 0) {
            all.add(Part.of(
                    words.said("incident.report.others"), new Words(words.said("incident.report.others.how", left))));
        }
        all.addAll(parts.ofStructures(id, viewer));
        all.addAll(later(part -> part.ofIncident(id, viewer)));
        all.addAll(parts.ofDesk(id, file, viewer));
        var mark = file.incident().world().isRehearsal()
                ? words.said("platform.rehearsal")
                : words.said("incident.report.internal");
        return new Paper(words.locale(), title(file.reference()), about(), mark, all);
    }

    private String title(String reference) {
        return words.said("incident.report.title", reference);
    }

    private String about() {
        return words.said("incident.report.about", words.at(clock.instant()));
    }

    private Part brief(CaseFile file) {
        State state = file.incident().state();
        var triage = state.triage() == null ? null : state.triage().assessment();
        var closure = state.closure() == null ? null : state.closure().conclusion();
        var facts = new ArrayList<Paper.Fact>();
        facts.add(Paper.Fact.of(
                words.said("incident.report.status"),
                words.said("incident.status." + file.incident().status().name())));
        facts.add(Paper.Fact.of(
                words.said("incident.report.structures"),
                String.valueOf(file.declared().size())));
        if (triage != null) {
            facts.addAll(ReportWords.facts(
                            Paper.Fact.of(
                                    words.said("incident.detail.major"),
                                    words.said(triage.major() ? "incident.yes" : "incident.no")),
                            words.coded("incident.detail.severity", "severity", state.severity()),
                            words.coded("incident.detail.grade", "health-code-grade", triage.grade()),
                            words.coded("incident.detail.rsit", "rsit", triage.rsit()),
                            words.coded("incident.detail.origin", "origin", triage.origin()),
                            words.coded("incident.detail.causes", "cause", triage.causes()),
                            words.coded("incident.detail.care", "care-effect", triage.care()),
                            words.coded("incident.detail.endangerment", "endangerment", triage.endangerment()))
                    .facts());
        }
        if (closure != null) {
            facts.addAll(ReportWords.facts(
                            words.coded("incident.together.outcome", "outcome", closure.outcome()),
                            words.coded("incident.detail.entryPoint", "entry-point", closure.entryPoint()),
                            words.coded("incident.detail.entryPointKind", "entry-point-kind", closure.entryPointKind()))
                    .facts());
        }
        return Part.of(words.said("incident.report.brief"), new Paper.Facts(facts));
    }

    public Paper ofDeclaration(String typed, Viewer viewer) {
        return ofDeclaration(speakers.find(typed, viewer), viewer);
    }

    /** By whoever holds the secret link. */
    public Paper followed(String token) {
        return ofDeclaration(speakers.followed(token), Viewer.guest());
    }

    private Paper ofDeclaration(Sheet sheet, Viewer reader) {
        var all = new ArrayList<Part>();
        all.add(Part.of(
                words.said("incident.declared"),
                new Words(words.said("incident.report.declared-at", words.at(sheet.declaredAt()), sheet.version())),
                words.declared(sheet)));
        all.addAll(parts.ofStructure(sheet, reader));
        all.addAll(later(part -> part.ofDeclaration(sheet, reader)));
        return new Paper(
                words.locale(),
                title(sheet.reference() + ", " + sheet.structure().name()),
                about(),
                sheet.world().isRehearsal() ? words.said("platform.rehearsal") : null,
                all);
    }

    private List<Part> later(Function<ReportPart, List<Part>> ask) {
        var all = new ArrayList<Part>();
        for (var part : more) {
            try {
                all.addAll(ask.apply(part));
            } catch (RuntimeException fault) {
                LOG.error("A part of a report cannot be written", fault);
                all.add(Part.of(words.said("incident.report.missing"), new Words(words.said("incident.panel-failed"))));
            }
        }
        return all;
    }

    /** Name of the file. */
    public static String name(String reference) {
        return "beffroi-" + reference;
    }
}
