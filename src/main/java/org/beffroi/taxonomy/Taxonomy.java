package org.beffroi.taxonomy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All vocabularies, by name. Read once; a fault in any file stops the start, and all faults are said at once. */
@Component
public final class Taxonomy {
    private final Map<String, Vocabulary> vocabularies = new TreeMap<>();

    public Taxonomy() {
        this("classpath:taxonomy/*.csv");
    }

    /** @param pattern of the files, as Spring writes resource locations */
    Taxonomy(String pattern) {
        var faults = new ArrayList<String>();
        for (var file : files(pattern)) {
            var vocabulary = read(file, faults);
            vocabularies.put(vocabulary.name(), vocabulary);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("vocabularies cannot be used:\n  " + String.join("\n  ", faults));
        }
    }

    private static List<Resource> files(String pattern) {
        try {
            var files = List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
            if (files.isEmpty()) {
                throw new IllegalStateException("no vocabulary at " + pattern);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("vocabularies at " + pattern + " cannot be listed", e);
        }
    }

    private static Vocabulary read(Resource file, List<String> faults) {
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return new VocabularyFile(String.valueOf(file.getFilename()), faults).read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    public List<Vocabulary> vocabularies() {
        return List.copyOf(vocabularies.values());
    }

    /** @throws IllegalArgumentException when no file has that name */
    public Vocabulary vocabulary(String name) {
        var vocabulary = vocabularies.get(name);
        if (vocabulary == null) {
            throw new IllegalArgumentException("no vocabulary " + name + "; there are " + vocabularies.keySet());
        }
        return vocabulary;
    }

    /** For pages: in the reader's language; an unknown code is shown as it is, none is shown as nothing. */
    public String label(String vocabulary, @Nullable String code) {
        return code == null ? "" : label(vocabulary, code, LocaleContextHolder.getLocale());
    }

    public String label(String vocabulary, String code, Locale locale) {
        return vocabulary(vocabulary).term(code).map(term -> term.label(locale)).orElse(code);
    }
}
