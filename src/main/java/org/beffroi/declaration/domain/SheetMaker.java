package org.beffroi.declaration.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.Paris;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.context.i18n.LocaleContextHolder;

/** Turns answers into what is read: labels for codes, hours with their zone, and what has changed since the version before. */
final class SheetMaker {
    private final DeclarationForm form;
    private final Taxonomy taxonomy;

    SheetMaker(DeclarationForm form, Taxonomy taxonomy) {
        this.form = form;
        this.taxonomy = taxonomy;
    }

    Sheet make(DeclarationRow row, Optional<DeclarationRow> before) {
        var zone = row.answers().one("zone").flatMap(Times::zone).orElse(Paris.ZONE);
        var groups = form.edition(row.edition()).groups().stream()
                .map(group -> new Sheet.Group(
                        group.key(),
                        group.questions().stream()
                                .filter(question ->
                                        !row.answers().all(question.key()).isEmpty())
                                .map(question -> line(question, row, before, zone))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        return new Sheet(
                row.id(),
                row.reference(),
                row.world(),
                row.declaredAt(),
                row.channel(),
                row.verified(),
                row.version(),
                row.versions(),
                row.versionAt(),
                row.structure(),
                row.answers(),
                groups);
    }

    private Sheet.Line line(Question question, DeclarationRow row, Optional<DeclarationRow> before, ZoneId zone) {
        var values = row.answers().all(question.key());
        var changed = before.isPresent()
                && !before.get().answers().all(question.key()).equals(values);
        return new Sheet.Line(question.key(), shown(question, values, row, zone), changed);
    }

    private List<String> shown(Question question, List<String> values, DeclarationRow row, ZoneId zone) {
        return switch (question.type()) {
            case STRUCTURE -> List.of(row.structure().name());
            case INSTANT -> values.stream().map(value -> instant(value, zone)).toList();
            case CHOICE, CHOICES ->
                values.stream().map(code -> label(question, code)).toList();
            case TEXT, LONG, PHONE, EMAIL, ZONE, FLAG -> values;
        };
    }

    private String label(Question question, String code) {
        return taxonomy.label(String.valueOf(question.vocabulary()), code);
    }

    private static String instant(String iso, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(LocaleContextHolder.getLocale())
                        .withZone(zone)
                        .format(Instant.parse(iso))
                + " (" + zone.getId() + ")";
    }
}
