package org.beffroi.incident.attack.domain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The techniques of MITRE ATT&amp;CK, and which of them are proposed for which cause. A fault in either file stops the start. */
@Component
public class AttackBook {
    /** In the order of the matrix; those of other matrices after them. */
    static final List<String> TACTICS = List.of(
            "reconnaissance",
            "resource-development",
            "initial-access",
            "execution",
            "persistence",
            "privilege-escalation",
            "defense-evasion",
            "stealth",
            "defense-impairment",
            "credential-access",
            "discovery",
            "lateral-movement",
            "collection",
            "command-and-control",
            "exfiltration",
            "impact",
            "network-effects",
            "remote-service-effects");

    private static final Pattern ID = Pattern.compile("(?i)\\bT\\d{4}(\\.\\d{3})?\\b");

    private final Map<String, Technique> byId = read();
    private final JsonNode proposals = proposals();

    private static Map<String, Technique> read() {
        var all = new LinkedHashMap<String, Technique>();
        try (var reader = new InputStreamReader(
                        Objects.requireNonNull(AttackBook.class.getResourceAsStream("/attack/techniques.csv")),
                        StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get()
                        .parse(reader)) {
            for (var row : rows) {
                var tactics = Arrays.stream(row.get("tactics").split("\\|"))
                        .filter(tactic -> !tactic.isBlank())
                        .sorted(Comparator.comparingInt(TACTICS::indexOf))
                        .toList();
                if (!TACTICS.containsAll(tactics)) {
                    throw new IllegalStateException(
                            "attack/techniques.csv: " + row.get("id") + " has an unknown tactic");
                }
                all.put(row.get("id"), new Technique(row.get("id"), row.get("name"), tactics));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("attack/techniques.csv", e);
        }
        return all;
    }

    private static JsonNode proposals() {
        try (var stream = Objects.requireNonNull(AttackBook.class.getResourceAsStream("/attack/proposals.yaml"))) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("attack/proposals.yaml", e);
        }
    }

    JsonNode causes() {
        return proposals;
    }

    public Optional<Technique> find(String id) {
        return Optional.ofNullable(byId.get(id.toUpperCase(Locale.ROOT)));
    }

    Collection<Technique> all() {
        return byId.values();
    }

    /**
     * Those that somebody may mean: by their numbers, wherever these stand in the text, else by words of their names, the shortest name first.
     */
    public List<Technique> meant(String typed, int atMost) {
        var numbered = ID.matcher(typed)
                .results()
                .flatMap(found -> find(found.group()).stream())
                .distinct()
                .toList();
        if (!numbered.isEmpty()) {
            return numbered;
        }
        var words = Arrays.stream(folded(typed).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                ? List.of()
                : byId.values().stream()
                        .filter(one -> words.stream().allMatch(folded(one.name())::contains))
                        .sorted(Comparator.comparingInt(one -> one.name().length()))
                        .limit(atMost)
                        .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** To be looked at, where these causes are known. */
    List<Technique> proposed(Collection<String> causes) {
        return causes.stream()
                .flatMap(cause -> proposals.path(cause).valueStream())
                .flatMap(id -> Stream.ofNullable(byId.get(id.asString())))
                .distinct()
                .toList();
    }
}
