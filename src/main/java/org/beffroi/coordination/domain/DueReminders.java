package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.DueReminder;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.ReadableTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds a structure, in one transaction with the row that says so. */
@Service
class DueReminders {
    private static final Viewer BEFFROI = Viewer.system("Beffroi");
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final DueStore store;
    private final DueSteps steps = DueSteps.read();
    private final Declarations declarations;
    private final Rehearsing rehearsing;
    private final MessageSource texts;
    private final ApplicationEventPublisher events;

    DueReminders(
            DueStore store,
            Declarations declarations,
            Rehearsing rehearsing,
            MessageSource texts,
            ApplicationEventPublisher events) {
        this.store = store;
        this.declarations = declarations;
        this.rehearsing = rehearsing;
        this.texts = texts;
        this.events = events;
    }

    DueSteps steps() {
        return steps;
    }

    /**
     * @param all of one declaration
     * @return whether somebody was reminded
     */
    @Transactional
    boolean remind(List<DueStore.Open> all, Instant now) {
        var declaration = all.getFirst().declaration();
        var sheet = declarations.sheet(declaration, BEFFROI).orElse(null);
        if (sheet == null || declarations.isWithdrawn(declaration)) {
            return false;
        }
        var rehearsal = rehearsing.in(sheet.world());
        if (rehearsal.filter(Rehearsal::ended).isPresent()) {
            return false;
        }
        var speed = rehearsal.map(Rehearsal::speed).orElse(1);
        var told = all.stream()
                .filter(open -> rehearsal.isPresent() || steps.mayWrite(open.due(), now))
                .filter(open -> isTime(open, now, speed))
                .toList();
        if (!told.isEmpty()) {
            var key = "due-%s-%d".formatted(told.getFirst().id(), now.getEpochSecond());
            events.publishEvent(new DueReminder(declaration, key, words(told, sheet, now)));
        }
        return !told.isEmpty();
    }

    /** A step has come that was not taken; those that came at the same time are taken with it. */
    private boolean isTime(DueStore.Open open, Instant now, int speed) {
        var taken = store.taken(open.id());
        var due = steps.due(open.due(), open.arose(), now, speed).stream()
                .map(DueSteps.Step::key)
                .filter(step -> !taken.contains(step))
                .toList();
        return !due.isEmpty()
                && due.stream().filter(step -> store.take(open.id(), step, now)).count() == due.size();
    }

    private String words(List<DueStore.Open> told, Sheet sheet, Instant now) {
        return LANGUAGES.stream()
                .map(language -> said(language, "coordination.remind", sheet.reference()) + "\n\n"
                        + told.stream()
                                .map(open -> line(open, sheet, now, language))
                                .collect(Collectors.joining("\n"))
                        + "\n\n" + said(language, "coordination.remind.then"))
                .collect(Collectors.joining("\n\n– – –\n\n"));
    }

    private String line(DueStore.Open open, Sheet sheet, Instant now, Locale language) {
        return said(
                language,
                now.isBefore(open.due()) ? "coordination.remind.before" : "coordination.remind.after",
                said(language, "coordination.recipient." + open.recipient()),
                ReadableTime.in(language)
                        .atWithPlace(open.due(), sheet.structure().zone()),
                said(language, "coordination.reason." + open.reason()));
    }

    private String said(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
