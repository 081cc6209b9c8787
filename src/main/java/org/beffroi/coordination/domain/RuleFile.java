package org.beffroi.coordination.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.beffroi.coordination.Obligation.By;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file of recipients and rules, as it is written; whether it makes sense is asked by {@link RuleCheck}. */
record RuleFile(
        String edition,
        Set<String> kinds,
        Set<String> patientWords,
        Map<String, Recipient> recipients,
        List<Rule> rules) {
    static final String FILE = "coordination/rules.yaml";

    private static final Set<String> OF_RECIPIENTS = Set.of("patients", "told-as", "option", "sees");
    private static final Set<String> OF_RULES =
            Set.of("key", "recipient", "by", "when", "starts", "after", "due", "source");

    static InputStream open() {
        var stream = RuleFile.class.getResourceAsStream("/" + FILE);
        if (stream == null) {
            throw new IllegalStateException("there is no " + FILE);
        }
        return stream;
    }

    /** @param faults takes what cannot be read, a sentence each; what it is in is left out */
    static RuleFile read(InputStream yaml, List<String> faults) {
        var file = parse(yaml);
        var recipients = new LinkedHashMap<String, Recipient>();
        file.path("recipients").properties().forEach(entry -> {
            strange("recipient " + entry.getKey(), entry.getValue(), OF_RECIPIENTS, faults);
            recipients.put(entry.getKey(), recipient(entry.getKey(), entry.getValue()));
        });
        var rules = new ArrayList<Rule>();
        file.path("rules").forEach(node -> {
            var name = "rule " + node.path("key").asString("without a key");
            strange(name, node, OF_RULES, faults);
            try {
                rules.add(rule(node));
            } catch (RuntimeException wrong) {
                faults.add(name + ": " + wrong.getMessage());
            }
        });
        return new RuleFile(
                file.path("edition").asString(""),
                Set.copyOf(texts(file.path("kinds"))),
                Set.copyOf(texts(file.path("patient-words"))),
                Collections.unmodifiableMap(recipients),
                List.copyOf(rules));
    }

    private static JsonNode parse(InputStream yaml) {
        try (yaml) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        } catch (JacksonException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void strange(String where, JsonNode node, Set<String> known, List<String> faults) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("%s: «%s» means nothing here".formatted(where, name)));
    }

    private static Recipient recipient(String key, JsonNode node) {
        return new Recipient(
                key,
                node.path("patients").asBoolean(false),
                text(node, "told-as"),
                text(node, "option"),
                texts(node.path("sees")));
    }

    private static Rule rule(JsonNode node) {
        var starts = text(node, "starts");
        var due = text(node, "due");
        var when = new LinkedHashMap<String, Set<String>>();
        node.path("when")
                .properties()
                .forEach(term -> when.put(term.getKey(), new LinkedHashSet<>(texts(term.getValue()))));
        return new Rule(
                needed(node, "key"),
                needed(node, "recipient"),
                By.valueOf(needed(node, "by").toUpperCase(Locale.ROOT)),
                Collections.unmodifiableMap(when),
                starts == null ? null : clock(starts),
                text(node, "after"),
                due == null ? null : Rule.amount(due),
                needed(node, "source"));
    }

    private static Rule.Clock clock(String word) {
        for (var clock : Rule.Clock.values()) {
            if (clock.word.equals(word)) {
                return clock;
            }
        }
        throw new IllegalArgumentException("no time starts at «%s»".formatted(word));
    }

    private static String needed(JsonNode node, String name) {
        var text = text(node, name);
        if (text == null) {
            throw new IllegalArgumentException("«%s» is missing".formatted(name));
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name) {
        var text = node.path(name).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    Set<String> options() {
        return recipients.values().stream()
                .map(Recipient::option)
                .filter(option -> option != null)
                .collect(Collectors.toUnmodifiableSet());
    }
}
