package org.beffroi.incident.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.Declared;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An incident as a VERIS 1.4.1 record: coded, without a word that somebody typed, and without a name. What is not known is Unknown. The words are
 * those of {@code incident/veris-export.yaml}.
 */
final class VerisExport {
    private static final String FILE = "/incident/veris-export.yaml";
    private static final String UNKNOWN = "Unknown";
    private static final JsonNode WORDS = read();

    private final CaseFile file;
    private final List<Stated> stated;
    private final @Nullable Assessment judged;

    private VerisExport(CaseFile file) {
        this.file = file;
        this.stated = file.declared().stream()
                .filter(one -> !one.withdrawn())
                .map(Declared::stated)
                .toList();
        var triage = file.incident().state().triage();
        this.judged = triage == null ? null : triage.assessment();
    }

    private static JsonNode read() {
        try (var stream = Objects.requireNonNull(VerisExport.class.getResourceAsStream(FILE), FILE)) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    static JsonNode words() {
        return WORDS;
    }

    static Map<String, Object> of(CaseFile file) {
        var export = new VerisExport(file);
        var record = new LinkedHashMap<String, Object>();
        record.put("schema_version", "1.4.1");
        record.put("incident_id", file.reference());
        record.put("source_id", "beffroi");
        record.put("summary", "Coded export without words: " + file.reference());
        record.put("security_incident", export.confirmed());
        record.put("timeline", Map.of("incident", export.date()));
        record.put("victim", export.victim());
        record.put("actor", Map.of("unknown", Map.of("notes", "not recorded")));
        record.put("action", export.actions());
        record.put("asset", export.assets());
        var attributes = export.attributes();
        if (!attributes.isEmpty()) {
            record.put("attribute", attributes);
        }
        record.put("discovery_method", Map.of("unknown", true));
        return record;
    }

    private String confirmed() {
        var closure = file.incident().state().closure();
        if (closure != null && closure.conclusion().outcome().equals("FALSE_ALARM")) {
            return "False positive";
        }
        if (!stated.isEmpty() && stated.stream().noneMatch(Stated::happened)) {
            return "Near miss";
        }
        return judged != null && judged.inScope() ? "Confirmed" : "Suspected";
    }

    private Map<String, Object> date() {
        var occurred = stated.stream()
                .flatMap(one -> Stream.of(one.occurredAt(), one.foundAt()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo)
                .orElse(file.declared().getFirst().declaredAt())
                .atZone(Paris.ZONE);
        return Map.of("year", occurred.getYear(), "month", occurred.getMonthValue(), "day", occurred.getDayOfMonth());
    }

    private Map<String, Object> victim() {
        var structure = file.declared().getFirst().structure();
        var group = Objects.requireNonNullElse(structure.group(), "OTHER");
        return Map.of(
                "country", List.of(structure.country()),
                "employee_count", UNKNOWN,
                "government", List.of("NA"),
                "industry", WORDS.path("structure-group").path(group).asString("62"));
    }

    private Set<String> causes() {
        var causes = new LinkedHashSet<String>();
        if (judged != null) {
            causes.addAll(judged.causes());
        }
        if (causes.isEmpty()) {
            stated.forEach(one -> causes.addAll(one.causes()));
        }
        return causes;
    }

    private Map<String, Object> actions() {
        var varieties = new LinkedHashMap<String, Set<String>>();
        var vectors = new LinkedHashMap<String, Set<String>>();
        for (var cause : causes()) {
            var words = WORDS.path("cause").path(cause);
            var action = words.path("action").asString("");
            if (!action.isEmpty()) {
                varieties
                        .computeIfAbsent(action, any -> new LinkedHashSet<>())
                        .add(words.path("variety").asString(UNKNOWN));
                vectors.computeIfAbsent(action, any -> new LinkedHashSet<>())
                        .add(words.path("vector").asString(UNKNOWN));
            }
        }
        var actions = new LinkedHashMap<String, Object>();
        varieties.forEach((action, variety) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("variety", List.copyOf(variety));
            if (!action.equals("environmental")) {
                one.put("vector", List.copyOf(vectors.getOrDefault(action, Set.of(UNKNOWN))));
            }
            if (action.equals("social")) {
                one.put("target", List.of(UNKNOWN));
            }
            actions.put(action, one);
        });
        if (actions.isEmpty()) {
            actions.put("unknown", Map.of("notes", "not known"));
        }
        return actions;
    }

    private Map<String, Object> assets() {
        var found = new LinkedHashSet<String>();
        stated.forEach(one -> one.systems()
                .forEach(system -> found.add(WORDS.path("system").path(system).asString("S - Unknown"))));
        if (found.isEmpty()) {
            found.add(UNKNOWN);
        }
        var assets = new ArrayList<Map<String, Object>>();
        found.forEach(variety -> assets.add(Map.of("variety", variety)));
        return Map.of("assets", assets, "cloud", List.of(UNKNOWN));
    }

    private boolean says(String effect) {
        return stated.stream().anyMatch(one -> one.dataEffects().contains(effect));
    }

    private Map<String, Object> attributes() {
        var attributes = new LinkedHashMap<String, Object>();
        var care = stated.stream().map(Stated::care).filter(Objects::nonNull).toList();
        if (says("UNAVAILABLE") || care.contains("INTERRUPTED") || care.contains("DEGRADED")) {
            attributes.put(
                    "availability",
                    Map.of("variety", List.of(care.contains("INTERRUPTED") ? "Interruption" : "Degradation")));
        }
        if (says("ALTERED")) {
            attributes.put("integrity", Map.of("variety", List.of("Modify data")));
        }
        if (says("DISCLOSED")) {
            attributes.put("confidentiality", Map.of("data_disclosure", "Yes"));
        }
        return attributes;
    }
}
