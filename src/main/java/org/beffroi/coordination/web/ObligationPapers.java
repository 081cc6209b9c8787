package org.beffroi.coordination.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.DeclaredObligations;
import org.beffroi.coordination.domain.Duty;
import org.beffroi.coordination.domain.ObligationDesk;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.ReportPart;
import org.beffroi.papers.Paper;
import org.beffroi.papers.Paper.Fact;
import org.beffroi.papers.Paper.Facts;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Table;
import org.beffroi.shared.ReadableTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On paper: what one recipient is told, and in a report, who must be. */
@Component
public class ObligationPapers implements ReportPart {
    private final ObligationDesk desk;
    private final DeclaredObligations declared;
    private final MessageSource texts;

    ObligationPapers(ObligationDesk desk, DeclaredObligations declared, MessageSource texts) {
        this.desk = desk;
        this.declared = declared;
        this.texts = texts;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private String said(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale());
    }

    private static String at(Instant instant, ZoneId zone) {
        return ReadableTime.in(locale()).atWithPlace(instant, zone);
    }

    /** Its own answers, and no others; of each declaration that it is to be told of. */
    public Paper transmission(String typed, String recipient, Viewer viewer) {
        var duties = desk.of(typed, recipient, viewer);
        var parts = new ArrayList<Part>();
        for (var duty : duties) {
            parts.add(Part.of(duty.structure() + " · " + duty.declaration(), why(duty), answers(duty)));
        }
        var rehearsed = duties.stream().anyMatch(duty -> duty.declaration().rehearsal());
        return new Paper(
                locale(),
                said("coordination.recipient." + recipient),
                said("coordination.paper.about"),
                rehearsed ? said("platform.rehearsal") : null,
                parts);
    }

    private Facts why(Duty duty) {
        var kept = duty.kept();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(said("coordination.paper.why"), said("coordination.reason." + kept.reason()), kept.source()));
        facts.add(Fact.of(said("coordination.due"), due(kept.due(), duty.zone())));
        return new Facts(facts);
    }

    private String due(@Nullable Instant due, ZoneId zone) {
        return due == null ? said("coordination.due.none") : at(due, zone);
    }

    private Facts answers(Duty duty) {
        return new Facts(duty.lines().stream()
                .map(line -> new Fact(
                        said("declaration.question." + line.question()),
                        line.values().stream()
                                .map(value -> value.equals("true") ? said("incident.yes") : value)
                                .toList()))
                .toList());
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Part> ofIncident(UUID incident, Viewer viewer) {
        return part(desk.shown(incident, viewer).stream()
                .filter(duty -> duty.kept().endedAt() == null)
                .map(duty -> {
                    var told = duty.kept().told();
                    return List.of(
                            said("coordination.recipient." + duty.kept().recipient()),
                            duty.structure(),
                            due(duty.kept().due(), duty.zone()),
                            told == null ? "" : at(told.at(), duty.zone()),
                            told == null || told.receipt() == null ? "" : told.receipt());
                })
                .toList());
    }

    @Override
    public List<Part> ofDeclaration(Sheet declaration, Viewer reader) {
        var zone = declaration.structure().zone();
        return part(declared.of(declaration).stream()
                .map(stands -> List.of(
                        said("coordination.recipient." + stands.obligation().recipient()),
                        declaration.structure().name(),
                        due(stands.obligation().due(), zone),
                        stands.toldAt() == null ? "" : at(stands.toldAt(), zone),
                        ""))
                .toList());
    }

    private List<Part> part(List<List<String>> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.of(Part.of(
                        said("coordination.title"),
                        new Table(
                                List.of(
                                        said("coordination.paper.whom"),
                                        said("coordination.paper.structure"),
                                        said("coordination.due"),
                                        said("coordination.told"),
                                        said("coordination.receipt")),
                                rows)));
    }
}
