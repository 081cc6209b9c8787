package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.declaration.Answers;
import org.beffroi.taxonomy.Taxonomy;

/** Replays what is kept of earlier searches; {@code JAZZER_FUZZ=1} searches on. */
class AnswerReaderFuzzTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final Questionnaire FORM = Questionnaire.load("2026-1");
    private static final List<String> KEYS = List.copyOf(FORM.questions().keySet());
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");

    @FuzzTest(maxDuration = "1m")
    void readsOrRefusesAnything(FuzzedDataProvider data) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        while (data.remainingBytes() > 0) {
            var key = data.consumeBoolean() ? data.pickValue(KEYS) : data.consumeString(50);
            sent.computeIfAbsent(key, first -> new ArrayList<>()).add(data.consumeString(200));
        }
        var result = new AnswerReader(FORM, TAXONOMY, NOW).read(new Answers(sent), data.consumeBoolean());
        assertThat(result.answers().byQuestion().keySet()).isSubsetOf(KEYS);
        assertThat(result.errors().all()).allMatch(error -> error.key().startsWith("declaration.error."));
    }
}
