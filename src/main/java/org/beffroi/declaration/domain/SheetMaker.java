package org.beffroi.declaration.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Change;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.ReadableTime;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Turns answers into what is read: labels for codes, hours with their zone, and what has changed since the version before. */
final class SheetMaker {
    private final DeclarationForm form;
    private final Taxonomy taxonomy;

    SheetMaker(DeclarationForm form, Taxonomy taxonomy) {
        this.form = form;
        this.taxonomy = taxonomy;
    }

    Sheet make(DeclarationRow row, Optional<DeclarationRow> before, Viewer reader) {
        var groups = form.edition(row.edition()).groups().stream()
                .map(group -> new Sheet.Group(
                        group.key(),
                        group.questions().stream()
                                .filter(question ->
                                        !row.answers().all(question.key()).isEmpty())
                                .map(question -> line(question, row, before))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        return new Sheet(
                row.id(),
                row.reference(),
                row.world(),
                row.declaredAt(),
                row.recordedAt(),
                row.channel(),
                row.verified(),
                row.version(),
                row.versions(),
                row.versionAt(),
                row.structure(),
                row.answers(),
                groups,
                transcription(row, reader));
    }

    /** Who at the desk took it down is for colleagues, and for agencies. */
    private static Sheet.@Nullable Transcription transcription(DeclarationRow row, Viewer reader) {
        var whole = row.transcription();
        return whole == null || reader.is(Role.ANALYST, Role.LEAD, Role.AGENCY)
                ? whole
                : new Sheet.Transcription(null, whole.explanation());
    }

    /** Every answer that differs, in the order of the newer form; what only the older one asked comes last. */
    List<Change> changes(DeclarationRow before, DeclarationRow after) {
        var asked =
                new LinkedHashSet<>(form.edition(after.edition()).questions().keySet());
        asked.addAll(form.edition(before.edition()).questions().keySet());
        var changes = new ArrayList<Change>();
        for (var key : asked) {
            if (!before.answers().all(key).equals(after.answers().all(key))) {
                changes.add(new Change(key, shown(key, before), shown(key, after)));
            }
        }
        return changes;
    }

    private List<String> shown(String key, DeclarationRow row) {
        var question = form.edition(row.edition()).questions().get(key);
        var values = row.answers().all(key);
        return question == null || values.isEmpty() ? values : shown(question, values, row);
    }

    private Sheet.Line line(FormQuestion question, DeclarationRow row, Optional<DeclarationRow> before) {
        var values = row.answers().all(question.key());
        var changed = before.isPresent()
                && !before.get().answers().all(question.key()).equals(values);
        return new Sheet.Line(question.key(), shown(question, values, row), changed);
    }

    private List<String> shown(FormQuestion question, List<String> values, DeclarationRow row) {
        return switch (question.type()) {
            case STRUCTURE -> List.of(row.structure().name());
            case INSTANT ->
                values.stream().map(value -> instant(value, zone(row))).toList();
            case CHOICE, CHOICES ->
                values.stream().map(code -> label(question, code)).toList();
            case TEXT, LONG, PHONE, EMAIL, ZONE, FLAG -> values;
        };
    }

    private String label(FormQuestion question, String code) {
        return taxonomy.label(String.valueOf(question.vocabulary()), code);
    }

    /** The hours of a declaration are in the zone that it names, else in the structure's own. */
    private static ZoneId zone(DeclarationRow row) {
        return row.answers()
                .one("zone")
                .flatMap(Times::zone)
                .orElse(row.structure().zone());
    }

    private static String instant(String iso, ZoneId zone) {
        return ReadableTime.in(LocaleContextHolder.getLocale()).at(Instant.parse(iso), zone);
    }
}
