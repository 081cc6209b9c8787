package org.beffroi.incident.report;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.Logbook;
import org.beffroi.incident.domain.Observables;
import org.beffroi.incident.domain.Recoveries;
import org.beffroi.incident.domain.Recovery;
import org.beffroi.incident.domain.Support;
import org.beffroi.incident.domain.Supports;
import org.beffroi.incident.domain.TimelineEntry;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Exhibit;
import org.beffroi.incident.evidence.domain.Lockers;
import org.beffroi.incident.web.DeskWords;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Table;
import org.springframework.stereotype.Component;

/** The incident's own parts of a report; those that have nothing to tell are not there. */
@Component
class CaseParts {
    private final Recoveries recoveries;
    private final Supports supports;
    private final DeskParts desk;
    private final ReportWords words;

    CaseParts(Recoveries recoveries, Supports supports, DeskParts desk, ReportWords words) {
        this.recoveries = recoveries;
        this.supports = supports;
        this.desk = desk;
        this.words = words;
    }

    List<Part> ofStructures(UUID incident, Viewer viewer) {
        return Stream.of(recovery(recoveries.of(incident, viewer)), support(supports.of(incident, viewer)))
                .flatMap(List::stream)
                .toList();
    }

    List<Part> ofStructure(Sheet sheet, Viewer reader) {
        var all = new ArrayList<Part>();
        all.addAll(recovery(List.of(recoveries.of(sheet))));
        all.addAll(support(supports.of(sheet)));
        all.addAll(desk.evidence(sheet, reader));
        return all;
    }

    List<Part> ofDesk(UUID incident, CaseFile file, Viewer viewer) {
        return desk.of(incident, file, viewer);
    }

    private List<Part> recovery(List<Recovery> all) {
        var rows = all.stream()
                .flatMap(one -> one.curves().stream()
                        .map(curve -> List.of(
                                one.structure(),
                                words.label(
                                        curve.service().kind().vocabulary(),
                                        curve.service().code()),
                                curve.known()
                                        ? words.said(
                                                "incident.recovery.percent",
                                                curve.last().percent())
                                        : words.said("incident.recovery.unknown"),
                                curve.known() ? words.at(curve.last().asOf()) : "")))
                .toList();
        return table(
                "incident.recovery",
                List.of(
                        words.said("incident.queue.structure"),
                        words.said("incident.recovery.what"),
                        words.said("incident.recovery.now"),
                        words.said("incident.report.as-of")),
                rows);
    }

    private List<Part> support(List<Support> all) {
        var rows = all.stream()
                .map(one -> List.of(
                        one.structure(),
                        words.label("support-kind", one.kind()),
                        words.said("incident.support.stands." + one.stands().name()),
                        String.join(
                                "\n",
                                one.steps().stream()
                                        .map(Support.StepSaid::words)
                                        .filter(said -> !said.isBlank())
                                        .toList())))
                .toList();
        return table(
                "incident.support",
                List.of(
                        words.said("incident.queue.structure"),
                        words.said("incident.support.kind"),
                        words.said("incident.support.step"),
                        words.said("incident.report.words")),
                rows);
    }

    private List<Part> table(String heading, List<String> head, List<List<String>> rows) {
        return rows.isEmpty() ? List.of() : List.of(Part.of(words.said(heading), new Table(head, rows)));
    }

    /** What is of the desk alone, and what the desk and a structure both have. */
    @Component
    static class DeskParts {
        private final Logbook logbook;
        private final Observables observables;
        private final Evidence evidence;
        private final Lockers lockers;
        private final DeskWords timeline;
        private final ReportWords words;

        DeskParts(
                Logbook logbook,
                Observables observables,
                Evidence evidence,
                Lockers lockers,
                DeskWords timeline,
                ReportWords words) {
            this.logbook = logbook;
            this.observables = observables;
            this.evidence = evidence;
            this.lockers = lockers;
            this.timeline = timeline;
            this.words = words;
        }

        List<Part> of(UUID incident, CaseFile file, Viewer viewer) {
            return Stream.of(
                            log(incident, viewer),
                            seen(incident, viewer),
                            viewer.atTheDesk()
                                    ? files(evidence.of(lockers.ofIncident(incident, viewer)))
                                    : List.<Part>of(),
                            story(file.timeline()))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<Part> part(String heading, List<String> head, List<List<String>> rows) {
            return rows.isEmpty()
                    ? List.of()
                    : List.of(Part.of(
                            words.said(heading),
                            new Table(head.stream().map(words::said).toList(), rows)));
        }

        private List<Part> log(UUID incident, Viewer viewer) {
            var rows = logbook.of(incident, viewer).stream()
                    .filter(entry -> entry.struck() == null)
                    .map(entry -> List.of(
                            words.at(entry.happenedAt()),
                            words.said("incident.log." + entry.kind().name()),
                            entry.text(),
                            entry.saidBy()))
                    .toList();
            return part(
                    "incident.log",
                    List.of("incident.log.when", "incident.log.kind", "incident.log.what", "incident.log.said-by"),
                    rows);
        }

        private List<Part> seen(UUID incident, Viewer viewer) {
            var rows = observables.of(incident, viewer).stream()
                    .map(one -> List.of(
                            one.observable().defanged(),
                            words.said("incident.observable." + one.observable().kind()),
                            "TLP:" + one.tlp().replace('_', '+'),
                            String.join(", ", one.elsewhere())))
                    .toList();
            return part(
                    "incident.observables",
                    List.of(
                            "incident.observables.what",
                            "incident.report.kind",
                            "incident.observables.sharing",
                            "incident.observables.elsewhere"),
                    rows);
        }

        List<Part> evidence(Sheet sheet, Viewer reader) {
            return files(evidence.of(lockers.ofDeclaration(sheet, reader)));
        }

        private List<Part> files(List<Exhibit> exhibits) {
            var rows = exhibits.stream()
                    .map(one -> List.of(
                            one.file().name(),
                            words.at(one.file().at()),
                            one.file().sha256() == null ? "" : one.file().sha256(),
                            one.words()))
                    .toList();
            return part(
                    "incident.evidence",
                    List.of(
                            "incident.evidence.files",
                            "incident.evidence.when",
                            "incident.report.hash",
                            "incident.evidence.what"),
                    rows);
        }

        private List<Part> story(List<TimelineEntry> entries) {
            var rows = entries.reversed().stream()
                    .map(entry -> List.of(words.at(entry.at()), entry.by(), happened(entry)))
                    .toList();
            return part(
                    "incident.story",
                    List.of("incident.report.when", "incident.report.by", "incident.report.what"),
                    rows);
        }

        private String happened(TimelineEntry entry) {
            var subject = timeline.subject(entry);
            var key = "incident.timeline." + entry.kind().name();
            var lines = new ArrayList<String>();
            lines.add(subject.isEmpty() ? words.said(key) : words.said(key + ".subject", subject));
            entry.details().forEach(detail -> lines.add(timeline.decided(detail)));
            switch (entry.kind()) {
                case NOTED, REOPENED, JOINED, LEFT, SPLIT, RETURNED -> {
                    if (entry.text() != null) {
                        lines.add(entry.text());
                    }
                }
                default -> {}
            }
            return String.join("\n", lines);
        }
    }
}
