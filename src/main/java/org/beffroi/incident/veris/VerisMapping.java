package org.beffroi.incident.veris;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The mapping VERIS → our vocabularies, from {@code incident/veris-mapping.yaml}. A code that we do not know stops the start. */
@Component
final class VerisMapping {
    private static final String FILE = "/incident/veris-mapping.yaml";

    private final Map<String, List<Line>> enumerations = new LinkedHashMap<>();
    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Map<String, String> misuse;
    private final Map<String, String> industry;
    private final Map<String, String> country;
    private final Map<String, String> units;
    private final JsonNode retired;

    @Autowired
    VerisMapping(Taxonomy taxonomy) {
        this(taxonomy, VerisMapping.class.getResourceAsStream(FILE));
    }

    VerisMapping(Taxonomy taxonomy, InputStream yaml) {
        var file = parse(yaml);
        misuse = texts(file, "misuse");
        industry = texts(file, "industry");
        country = texts(file, "country");
        units = texts(file, "discovery-unit");
        retired = file.required("retired");
        file.required("enumerations").properties().forEach(enumeration -> {
            var lines = enumeration.getValue().valueStream().map(Line::of).toList();
            enumerations.put(enumeration.getKey(), lines);
            values.put(
                    enumeration.getKey(),
                    lines.stream().flatMap(line -> line.from().stream()).collect(Collectors.toUnmodifiableSet()));
        });
        var faults = faults(taxonomy);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(FILE + " cannot be used:\n  " + String.join("\n  ", faults));
        }
    }

    private List<String> faults(Taxonomy taxonomy) {
        var faults = new ArrayList<String>();
        enumerations.forEach((path, lines) -> {
            lines.forEach(line ->
                    line.codes().forEach((vocabulary, code) -> check(taxonomy, path, vocabulary, code, faults)));
            repeated(lines).forEach(value -> faults.add(path + ": «" + value + "» is in two lines"));
        });
        misuse.values().forEach(code -> check(taxonomy, "misuse", "cause", code, faults));
        industry.values().forEach(code -> check(taxonomy, "industry", "structure-category", code, faults));
        country.values().forEach(code -> check(taxonomy, "country", "country", code, faults));
        return faults;
    }

    private static JsonNode parse(InputStream yaml) {
        try (yaml) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static void check(Taxonomy taxonomy, String where, String vocabulary, String code, List<String> faults) {
        try {
            taxonomy.vocabulary(vocabulary).require(code);
        } catch (IllegalArgumentException unknown) {
            faults.add(where + ": " + unknown.getMessage());
        }
    }

    private static Set<String> repeated(List<Line> lines) {
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        lines.stream()
                .flatMap(line -> line.from().stream())
                .filter(value -> !seen.add(value))
                .forEach(twice::add);
        return twice;
    }

    /** Paths of the VERIS enumerations, for example {@code action.hacking.variety}, in order of precedence. */
    Set<String> enumerations() {
        return enumerations.keySet();
    }

    /** Every value that the enumeration's lines know, retired ones included. */
    Set<String> values(String enumeration) {
        return values.getOrDefault(enumeration, Set.of());
    }

    /** The values of VERIS 1.3 that VERIS 1.4.1 no longer has. */
    Set<String> retired(String enumeration) {
        var gone = new HashSet<String>();
        retired.path(enumeration).forEach(value -> gone.add(value.asString()));
        return gone;
    }

    /** What these values mean in one vocabulary: each code once, in order of precedence. Unknown values mean nothing. */
    List<String> codes(String enumeration, Set<String> found, String vocabulary) {
        return lines(enumeration).stream()
                .filter(line -> line.from().stream().anyMatch(found::contains))
                .map(line -> line.codes().getOrDefault(vocabulary, ""))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private List<Line> lines(String enumeration) {
        var lines = enumerations.get(enumeration);
        if (lines == null) {
            throw new IllegalArgumentException("no enumeration " + enumeration + " in " + FILE);
        }
        return lines;
    }

    /** The cause of a misuse whose origin is known. */
    Optional<String> causeOfMisuse(String origin) {
        return Optional.ofNullable(misuse.get(origin));
    }

    /** A structure category for a NAICS code of two to six digits, by its longest known beginning. */
    String category(String naics) {
        for (int length = naics.length(); length > 0; length--) {
            var category = industry.get(naics.substring(0, length));
            if (category != null) {
                return category;
            }
        }
        return industry.getOrDefault("", "");
    }

    /** ISO 3166-1 alpha-2, or ZZ when VERIS does not know. */
    String country(String code) {
        return country.getOrDefault(code, code);
    }

    Set<String> units() {
        return units.keySet();
    }

    /** One such unit of time; empty when the delay is not known. */
    Optional<TemporalAmount> unit(String unit) {
        return Optional.ofNullable(units.get(unit))
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith("PT") ? Duration.parse(text) : Period.parse(text));
    }

    private static Map<String, String> texts(JsonNode file, String part) {
        var texts = new LinkedHashMap<String, String>();
        file.required(part)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    /**
     * @param from VERIS values
     * @param codes what any of them means, by vocabulary
     */
    private record Line(Set<String> from, Map<String, String> codes) {
        static Line of(JsonNode line) {
            var from = new HashSet<String>();
            var codes = new LinkedHashMap<String, String>();
            line.required("from").forEach(value -> from.add(value.asString()));
            line.properties().stream()
                    .filter(entry -> !entry.getKey().equals("from"))
                    .forEach(entry -> codes.put(entry.getKey(), entry.getValue().asString()));
            return new Line(from, codes);
        }
    }
}
