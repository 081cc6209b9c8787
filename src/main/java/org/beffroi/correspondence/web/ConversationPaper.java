package org.beffroi.correspondence.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Conversation;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.correspondence.domain.Overview;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.ReportPart;
import org.beffroi.papers.Paper.Part;
import org.beffroi.papers.Paper.Table;
import org.beffroi.shared.ReadableTime;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** In a report: what the desk and each structure wrote to each other, as that side reads it. */
@Component
class ConversationPaper implements ReportPart {
    private final Seats seats;
    private final Correspondence correspondence;
    private final Overview overview;
    private final MessageSource texts;

    ConversationPaper(Seats seats, Correspondence correspondence, Overview overview, MessageSource texts) {
        this.seats = seats;
        this.correspondence = correspondence;
        this.overview = overview;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Part> ofIncident(UUID incident, Viewer viewer) {
        return overview.of(incident, viewer).lines().stream()
                .filter(line -> line.messages() > 0)
                .flatMap(line -> part(seats.ofDesk(line.reference().toString(), viewer)))
                .toList();
    }

    @Override
    public List<Part> ofDeclaration(Sheet declaration, Viewer reader) {
        return seats.reading(declaration, reader).stream().flatMap(this::part).toList();
    }

    private Stream<Part> part(Seat seat) {
        var conversation = correspondence.glance(seat);
        if (conversation.messages().isEmpty()) {
            return Stream.empty();
        }
        var rows = conversation.messages().stream()
                .map(message -> List.of(
                        ReadableTime.in(LocaleContextHolder.getLocale()).at(message.writtenAt()),
                        Objects.requireNonNullElse(
                                message.by(),
                                said("correspondence.side." + message.side().name())),
                        words(message)))
                .toList();
        return Stream.of(Part.of(
                said("correspondence.paper", conversation.structure()),
                new Table(
                        List.of(said("incident.report.when"), said("incident.report.by"), said("correspondence.text")),
                        rows)));
    }

    private static String words(Conversation.Message message) {
        var files = message.files().stream().map(Conversation.Attached::name).toList();
        return files.isEmpty() ? message.text() : message.text() + "\n[" + String.join(", ", files) + "]";
    }

    private String said(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
