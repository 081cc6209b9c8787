package org.beffroi.coordination.domain;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;

/**
 * A kept obligation, with what its recipient may see of the declaration, and nothing else of it.
 *
 * @param declaration its number
 * @param structure name of the structure that declared
 * @param zone of the declaration's hours
 * @param lines in the reader's language, in the form's order; only what was answered
 * @param answers by question key, as codes; the structure as its name and, where known, its FINESS number
 */
public record Duty(
        Kept kept,
        PublicReference declaration,
        String structure,
        ZoneId zone,
        List<Sheet.Line> lines,
        Map<String, List<String>> answers) {

    static final Comparator<Duty> BY_DUE = Comparator.comparing(
            duty -> Objects.requireNonNullElse(duty.kept().due(), duty.kept().from()));

    /** @param sees keys of the questions that the recipient may see */
    static Duty of(Kept kept, Sheet sheet, List<String> sees) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var question : sees) {
            var values = question.equals("structure")
                    ? structure(sheet)
                    : sheet.answers().all(question);
            if (!values.isEmpty()) {
                answers.put(question, values);
            }
        }
        return new Duty(
                kept,
                sheet.reference(),
                sheet.structure().name(),
                sheet.answers()
                        .one("zone")
                        .map(ZoneId::of)
                        .orElse(sheet.structure().zone()),
                sheet.groups().stream()
                        .flatMap(group -> group.lines().stream())
                        .filter(line -> sees.contains(line.question()))
                        .toList(),
                answers);
    }

    private static List<String> structure(Sheet sheet) {
        return Stream.of(sheet.structure().name(), sheet.structure().finess())
                .filter(value -> value != null)
                .toList();
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return kept.endedAt() == null && kept.told() == null;
    }
}
