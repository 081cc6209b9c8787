package org.beffroi.declaration.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Stated;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.taxonomy.Taxonomy;

/**
 * Reads answers against the questionnaire and gathers everything that is wrong. What it returns is clean: known questions, codes of their
 * vocabularies, instants in ISO 8601, text without control characters.
 */
final class AnswerReader {
    /** A telephone's clock may be a little ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\-/]+(\\s*(poste|ext\\.?|p\\.)\\s*\\d+)?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final int FEWEST_DIGITS = 8;
    /** More than any vocabulary has. */
    private static final int MOST_ANSWERS = 200;

    private static final int MOST_UNKNOWN = 20;

    private static final List<String> WAYS_TO_REACH = List.of("phone", "email", "outOfBand");

    private final Questionnaire questionnaire;
    private final Taxonomy taxonomy;
    private final Instant now;
    private final Map<String, List<String>> clean = new LinkedHashMap<>();
    private final List<FieldErrors.FieldError> errors = new ArrayList<>();
    private ZoneId zone = Paris.ZONE;

    AnswerReader(Questionnaire questionnaire, Taxonomy taxonomy, Instant now) {
        this.questionnaire = questionnaire;
        this.taxonomy = taxonomy;
        this.now = now;
    }

    /** @param errors what is wrong; {@code answers} then hold only what could be read */
    record Result(Answers answers, FieldErrors errors) {}

    /** @param imported an import does not know whom to call, nor the effect on care: both may be missing */
    Result read(Answers answers, boolean imported) {
        var known = questionnaire.questions();
        refuseUnknown(answers);
        answers.one("zone")
                .ifPresent(typed -> Times.zone(typed)
                        .ifPresentOrElse(found -> zone = found, () -> refuse("zone", "declaration.error.zone")));
        var whole = withCare(answers);
        known.values().forEach(question -> read(question, whole.all(question.key()), imported));
        if (!imported && WAYS_TO_REACH.stream().allMatch(way -> answers.one(way).isEmpty())) {
            refuse("phone", "declaration.error.no-way-to-reach");
        }
        inOrder("occurredAt", "foundAt", "declaration.error.occurred-after-found");
        inOrder("careSince", "careUntil", "declaration.error.care-until-before-since");
        return new Result(new Answers(clean), new FieldErrors(errors));
    }

    /** What has not happened has touched no care: it need not be said. */
    private static Answers withCare(Answers answers) {
        return Stated.happened(answers.one("kind").orElse(null))
                        || answers.one("care").isPresent()
                ? answers
                : answers.with("care", "NONE");
    }

    /** A sender who mistook the form for another learns it from the first few; all of them would be an answer without end. */
    private void refuseUnknown(Answers answers) {
        var known = questionnaire.questions();
        var unknown = answers.byQuestion().keySet().stream()
                .filter(key -> !known.containsKey(key))
                .limit(MOST_UNKNOWN + 1L)
                .toList();
        unknown.stream()
                .limit(MOST_UNKNOWN)
                .forEach(key -> refuse(key, "declaration.error.unknown-question", CleanText.shortened(key)));
        if (unknown.size() > MOST_UNKNOWN) {
            refuse(unknown.getLast(), "declaration.error.too-many-unknown", MOST_UNKNOWN);
        }
    }

    private void read(FormQuestion question, List<String> values, boolean imported) {
        if (values.isEmpty()) {
            if (question.required() && !(imported && !question.key().equals("structure"))) {
                refuse(question.key(), "declaration.error.missing." + question.key());
            }
            return;
        }
        if (values.size() > MOST_ANSWERS || (values.size() > 1 && question.type() != FormQuestion.Type.CHOICES)) {
            refuse(question.key(), "declaration.error.one-answer");
            return;
        }
        var first = values.getFirst();
        switch (question.type()) {
            case STRUCTURE, TEXT, LONG -> text(question, first);
            case PHONE -> phone(question, first);
            case EMAIL -> email(question, first);
            case INSTANT -> instant(question, first);
            case ZONE -> keep(question, zone.getId());
            case CHOICE, CHOICES -> codes(question, values);
            case FLAG -> flag(question, first);
        }
    }

    private void text(FormQuestion question, String typed) {
        CleanText.of(typed)
                .ifPresentOrElse(
                        text -> {
                            var length = text.codePointCount(0, text.length());
                            if (length > question.limit()) {
                                refuse(question.key(), "declaration.error.too-long", question.limit(), length);
                            } else {
                                keep(question, text);
                            }
                        },
                        () -> refuse(question.key(), "declaration.error.characters"));
    }

    private void phone(FormQuestion question, String typed) {
        if (typed.length() <= question.limit() && isPhone(typed.strip())) {
            keep(question, typed.strip());
        } else {
            refuse(question.key(), "declaration.error.phone");
        }
    }

    /** Enough digits to be called from outside; an extension may follow. */
    private static boolean isPhone(String typed) {
        return PHONE.matcher(typed).matches()
                && typed.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private void email(FormQuestion question, String typed) {
        if (typed.length() <= question.limit() && EMAIL.matcher(typed.strip()).matches()) {
            keep(question, typed.strip());
        } else {
            refuse(question.key(), "declaration.error.email");
        }
    }

    private void instant(FormQuestion question, String typed) {
        var instant = Times.read(typed, zone);
        if (instant.isEmpty()) {
            refuse(question.key(), "declaration.error.date");
        } else if (instant.get().isAfter(now.plus(CLOCKS_DIFFER))
                && !question.key().equals("careUntil")) {
            refuse(question.key(), "declaration.error.future");
        } else if (instant.get().isBefore(EARLIEST)) {
            refuse(question.key(), "declaration.error.too-early");
        } else {
            keep(question, instant.get().toString());
        }
    }

    private void codes(FormQuestion question, List<String> values) {
        var vocabulary =
                taxonomy.vocabulary(Optional.ofNullable(question.vocabulary()).orElseThrow());
        var unknown = values.stream().filter(code -> !vocabulary.has(code)).findFirst();
        unknown.ifPresentOrElse(
                code -> refuse(question.key(), "declaration.error.not-in-list", CleanText.shortened(code)),
                () -> clean.put(question.key(), values.stream().distinct().toList()));
    }

    private void flag(FormQuestion question, String typed) {
        switch (typed.strip()) {
            case "true", "on", "1" -> keep(question, "true");
            case "false", "off", "0" -> {}
            default -> refuse(question.key(), "declaration.error.flag");
        }
    }

    private void inOrder(String earlier, String later, String key) {
        var first = clean.get(earlier);
        var second = clean.get(later);
        if (first != null
                && second != null
                && Instant.parse(first.getFirst()).isAfter(Instant.parse(second.getFirst()))) {
            refuse(earlier.equals("occurredAt") ? earlier : later, key);
        }
    }

    private void keep(FormQuestion question, String value) {
        clean.put(question.key(), List.of(value));
    }

    private void refuse(String field, String key, Object... arguments) {
        errors.add(new FieldErrors.FieldError(CleanText.shortened(field), key, List.of(arguments)));
    }
}
