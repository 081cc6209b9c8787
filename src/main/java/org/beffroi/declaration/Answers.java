package org.beffroi.declaration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in, by question key, as it was typed or sent. Immutable. A question without an answer is absent: «not known yet».
 *
 * @param byQuestion several values for a question of several choices; blank values are dropped
 */
public record Answers(Map<String, List<String>> byQuestion) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        var kept = new LinkedHashMap<String, List<String>>();
        byQuestion.forEach((question, values) -> {
            var said = values.stream().filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                kept.put(question, said);
            }
        });
        byQuestion = java.util.Collections.unmodifiableMap(kept);
    }

    /** A copy in which this question is answered so; no values takes the answer back. */
    public Answers with(String question, String... values) {
        var more = new LinkedHashMap<>(byQuestion);
        more.put(question, Arrays.asList(values));
        return new Answers(more);
    }

    public Optional<String> one(String question) {
        return all(question).stream().findFirst();
    }

    public List<String> all(String question) {
        return byQuestion.getOrDefault(question, List.of());
    }
}
