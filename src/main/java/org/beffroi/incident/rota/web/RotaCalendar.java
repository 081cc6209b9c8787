package org.beffroi.incident.rota.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.beffroi.incident.rota.domain.Rota.OwnTurn;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns as iCalendar (RFC 5545), with their instants in UTC, so that no calendar reckons the change of hour anew. */
@Component
class RotaCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final MessageSource texts;
    private final Clock clock;

    RotaCalendar(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String of(List<OwnTurn> turns) {
        var lines = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Beffroi//Rota//EN\r\n");
        turns.forEach(turn -> lines.append(event(turn)));
        return lines.append("END:VCALENDAR\r\n").toString();
    }

    private String event(OwnTurn turn) {
        return """
                BEGIN:VEVENT
                UID:%s-%d@beffroi
                DTSTAMP:%s
                DTSTART:%s
                DTEND:%s
                SUMMARY:%s
                END:VEVENT
                """.formatted(
                        turn.slot().replace('/', '-'),
                        turn.rank(),
                        at(clock.instant()),
                        at(turn.from()),
                        at(turn.to()),
                        summary(turn))
                .replace("\n", "\r\n");
    }

    private static String at(Instant instant) {
        return UTC.format(instant);
    }

    private String summary(OwnTurn turn) {
        var key = turn.open() ? "incident.rota.calendar.duty" : "incident.rota.calendar.on-call";
        return texts.getMessage(key, new Object[] {turn.rank()}, LocaleContextHolder.getLocale())
                .replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }
}
