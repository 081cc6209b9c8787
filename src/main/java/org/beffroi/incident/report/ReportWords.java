package org.beffroi.incident.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.beffroi.declaration.Sheet;
import org.beffroi.papers.Paper.Fact;
import org.beffroi.papers.Paper.Facts;
import org.beffroi.shared.ReadableTime;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How things are said in a report, in the current language. */
@Component
class ReportWords {
    private final MessageSource texts;
    private final Taxonomy taxonomy;

    ReportWords(MessageSource texts, Taxonomy taxonomy) {
        this.texts = texts;
        this.taxonomy = taxonomy;
    }

    Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    String said(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale());
    }

    String at(Instant instant) {
        return ReadableTime.in(locale()).at(instant);
    }

    String label(String vocabulary, @Nullable String code) {
        return taxonomy.label(vocabulary, code);
    }

    /** Those that are known. */
    static Facts facts(@Nullable Fact... facts) {
        return new Facts(Stream.of(facts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
    }

    @Nullable
    Fact coded(String key, String vocabulary, @Nullable String code) {
        return code == null ? null : Fact.of(said(key), label(vocabulary, code));
    }

    @Nullable
    Fact coded(String key, String vocabulary, List<String> codes) {
        return codes.isEmpty()
                ? null
                : new Fact(
                        said(key),
                        codes.stream().map(code -> label(vocabulary, code)).toList());
    }

    /** What was declared, line by line. */
    Facts declared(Sheet sheet) {
        return new Facts(sheet.groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(line -> new Fact(
                        said("declaration.question." + line.question()),
                        line.values().stream()
                                .map(value -> value.equals("true") ? said("incident.yes") : value)
                                .toList()))
                .toList());
    }
}
