package org.beffroi.declaration.domain;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.declaration.Said;
import org.beffroi.taxonomy.Taxonomy;

/** Picks out of answers what may be looked for by its words. */
final class SaidInWords {
    /** What somebody looks for by its name: «messagerie», «rançongiciel». */
    private static final Set<String> NAMED = Set.of("causes", "systems");

    private final DeclarationForm form;
    private final Taxonomy taxonomy;

    SaidInWords(DeclarationForm form, Taxonomy taxonomy) {
        this.form = form;
        this.taxonomy = taxonomy;
    }

    private record Once(UUID declaration, String words) {}

    /** @param versions of each declaration the newest first; of what several say, the oldest one is named */
    List<Said> of(List<DeclarationRow> versions) {
        var all = new LinkedHashMap<Once, Said>();
        for (var version : versions) {
            var here = new HashSet<String>();
            form.edition(version.edition()).questions().values().stream()
                    .flatMap(question -> words(question, version))
                    .filter(here::add)
                    .forEach(words -> all.put(
                            new Once(version.id(), words),
                            new Said(version.id(), version.version(), version.versionAt(), words)));
        }
        return List.copyOf(all.values());
    }

    private Stream<String> words(FormQuestion question, DeclarationRow version) {
        var answers = version.answers().byQuestion().getOrDefault(question.key(), List.of());
        return switch (question.type()) {
            case TEXT, LONG, PHONE, EMAIL -> answers.stream();
            case CHOICE, CHOICES ->
                NAMED.contains(question.key()) && !answers.isEmpty()
                        ? Stream.of(labels(String.valueOf(question.vocabulary()), answers))
                        : Stream.empty();
            case STRUCTURE, INSTANT, ZONE, FLAG -> Stream.empty();
        };
    }

    private String labels(String vocabulary, List<String> codes) {
        return codes.stream()
                .flatMap(code -> Stream.of(Locale.FRENCH, Locale.ENGLISH)
                        .map(language -> taxonomy.label(vocabulary, code, language)))
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
