package org.beffroi.incident.attack.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.ReportPart;
import org.beffroi.incident.attack.domain.Techniques;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Table;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the attacker did, in the desk's report; a structure's holds none of it. */
@Component
class TechniqueReport implements ReportPart {
    private final Techniques techniques;
    private final MessageSource messages;

    TechniqueReport(Techniques techniques, MessageSource messages) {
        this.techniques = techniques;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Part> ofIncident(UUID incident, Viewer viewer) {
        var rows = techniques.of(incident, viewer).stream()
                .map(used -> List.of(
                        used.technique().id() + " " + used.technique().name(),
                        used.technique().tactics().stream()
                                .map(tactic -> said("incident.tactic." + tactic))
                                .collect(Collectors.joining(", ")),
                        used.words(),
                        String.join(", ", used.elsewhere())))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(Part.of(
                        said("incident.techniques"),
                        new Table(
                                List.of(
                                        said("incident.techniques.what"),
                                        said("incident.techniques.why"),
                                        said("incident.techniques.words"),
                                        said("incident.observables.elsewhere")),
                                rows)));
    }

    @Override
    public List<Part> ofDeclaration(Sheet declaration, Viewer reader) {
        return List.of();
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
