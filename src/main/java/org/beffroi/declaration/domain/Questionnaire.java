package org.beffroi.declaration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An edition of the form: groups of questions, in order. Numbers count through all groups: they stand on the page, on the printed sheet
 * and in what is read out on the telephone.
 *
 * @param questions all of them by key, in order
 */
public record Questionnaire(String edition, List<Group> groups, Map<String, FormQuestion> questions) {
    Questionnaire(String edition, List<Group> groups) {
        this(edition, groups, byKey(groups));
    }

    public record Group(String key, List<FormQuestion> questions) {}

    private record File(String edition, List<FileGroup> groups) {}

    private record FileGroup(String key, List<FileQuestion> questions) {}

    private record FileQuestion(
            String key, String type, @Nullable String vocabulary, boolean required, int max) {
        FormQuestion question() {
            return new FormQuestion(
                    key, FormQuestion.Type.valueOf(type.toUpperCase(Locale.ROOT)), vocabulary, required, max);
        }
    }

    /** Reads {@code questionnaire/<edition>.yaml} of the class path. */
    static Questionnaire load(String edition) {
        var path = "/questionnaire/" + edition + ".yaml";
        try (InputStream stream = Questionnaire.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("there is no edition " + path);
            }
            var mapper = YAMLMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();
            var file = mapper.readValue(stream, File.class);
            return new Questionnaire(
                    file.edition(),
                    file.groups().stream()
                            .map(group -> new Group(
                                    group.key(),
                                    group.questions().stream()
                                            .map(FileQuestion::question)
                                            .toList()))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Map<String, FormQuestion> byKey(List<Group> groups) {
        var all = new LinkedHashMap<String, FormQuestion>();
        groups.forEach(group -> group.questions().forEach(question -> all.put(question.key(), question)));
        return Collections.unmodifiableMap(all);
    }

    public FormQuestion question(String key) {
        var question = questions().get(key);
        if (question == null) {
            throw new IllegalArgumentException("edition " + edition + " does not ask " + key);
        }
        return question;
    }

    public Group group(String key) {
        return groups.stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("edition " + edition + " has no group " + key));
    }

    /** The question's number on the form, from 1. */
    public int number(String key) {
        return List.copyOf(questions().keySet()).indexOf(key) + 1;
    }
}
