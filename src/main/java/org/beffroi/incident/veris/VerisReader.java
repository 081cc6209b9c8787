package org.beffroi.incident.veris;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads VERIS incidents by the mapping; what decides between several codes is said here, what a value means is said there. */
@Component
final class VerisReader {
    private static final String MISUSE = "action.misuse.variety";

    private final VerisMapping mapping;
    private final Taxonomy taxonomy;

    VerisReader(VerisMapping mapping, Taxonomy taxonomy) {
        this.mapping = mapping;
        this.taxonomy = taxonomy;
    }

    /** @throws IllegalArgumentException with a reason that can be shown, when there is no identifier or no date */
    VerisIncident read(JsonNode veris) {
        var key = veris.path("incident_id").asString("").strip();
        if (key.isEmpty()) {
            throw new IllegalArgumentException("no incident_id");
        }
        var day = occurredOn(veris);
        var origin = origin(veris);
        return new VerisIncident(
                key,
                day,
                precision(veris),
                foundAt(day, veris),
                country(veris),
                region(veris),
                mapping.category(veris.at("/victim/industry").asString("")),
                first(codes(veris, "outcome"), "UNRESOLVED"),
                origin,
                causes(veris),
                firstOrNull(codes(veris, "rsit")),
                origin.equals("MALICIOUS") ? firstOrNull(codes(veris, "entry-point-kind")) : null,
                firstOrNull(codes(veris, "discovery")),
                codes(veris, "system"),
                known(codes(veris, "data-kind")),
                known(codes(veris, "data-effect")),
                unmapped(veris));
    }

    private List<String> codes(JsonNode veris, String vocabulary) {
        return mapping.enumerations().stream()
                .flatMap(enumeration -> mapping.codes(enumeration, values(veris, enumeration), vocabulary).stream())
                .distinct()
                .toList();
    }

    private List<String> causes(JsonNode veris) {
        var causes = new LinkedHashSet<String>();
        for (var enumeration : mapping.enumerations()) {
            if (enumeration.equals(MISUSE)) {
                mapping.causeOfMisuse(misuse(veris)).ifPresent(causes::add);
            }
            causes.addAll(mapping.codes(enumeration, values(veris, enumeration), "cause"));
        }
        return List.copyOf(causes);
    }

    /** Malice outweighs error: an error that an attacker used is an attack. Actors speak only where no action does. */
    private String origin(JsonNode veris) {
        var votes = new ArrayList<>(mapping.codes("action", values(veris, "action"), "origin"));
        votes.add(misuse(veris));
        var said = weightiest(votes);
        return said.equals("UNKNOWN")
                ? weightiest(mapping.codes("actor.external.variety", values(veris, "actor.external.variety"), "origin"))
                : said;
    }

    /** The motive first, else the variety; UNKNOWN too when there is no misuse. */
    private String misuse(JsonNode veris) {
        var varieties = values(veris, MISUSE);
        if (varieties.isEmpty()) {
            return "UNKNOWN";
        }
        var motives = mapping.codes("actor.internal.motive", values(veris, "actor.internal.motive"), "origin");
        return weightiest(motives.isEmpty() ? mapping.codes(MISUSE, varieties, "origin") : motives);
    }

    private static String weightiest(List<String> origins) {
        return Stream.of("MALICIOUS", "NON_MALICIOUS")
                .filter(origins::contains)
                .findFirst()
                .orElse("UNKNOWN");
    }

    /** «None» and «unknown» say nothing beside something known. */
    private static List<String> known(List<String> codes) {
        var known = codes.stream()
                .filter(code -> !code.equals("NONE") && !code.equals("UNKNOWN"))
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        return codes.contains("UNKNOWN") ? List.of("UNKNOWN") : codes;
    }

    private String country(JsonNode veris) {
        var country = mapping.country(first(List.copyOf(values(veris, "victim.country")), "Unknown"));
        return taxonomy.vocabulary("country").has(country) ? country : mapping.country("Unknown");
    }

    private static @Nullable String region(JsonNode veris) {
        var state = veris.at("/victim/state").asString("");
        return state.matches("[A-Z]{2,3}") ? state : null;
    }

    private static LocalDate occurredOn(JsonNode veris) {
        var date = veris.at("/timeline/incident");
        var year = date.path("year").asInt(0);
        if (year < 1900 || year > 2999) {
            throw new IllegalArgumentException("timeline.incident: no year");
        }
        try {
            return LocalDate.of(
                    year,
                    date.path("month").asInt(1),
                    date.has("month") ? date.path("day").asInt(1) : 1);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("timeline.incident: " + impossible.getMessage(), impossible);
        }
    }

    private static ChronoUnit precision(JsonNode veris) {
        var date = veris.at("/timeline/incident");
        if (!date.has("month")) {
            return ChronoUnit.YEARS;
        }
        return date.has("day") ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
    }

    /** A number left out is one unit; half units are rounded up. */
    private Instant foundAt(LocalDate occurred, JsonNode veris) {
        var delay = veris.at("/timeline/discovery");
        var unit = mapping.unit(delay.path("unit").asString(""));
        var number = Math.ceil(delay.path("value").asDouble(1));
        if (number < 0 || number > 10_000) {
            throw new IllegalArgumentException("timeline.discovery: " + number + " is no delay");
        }
        var found = LocalDateTime.of(occurred, LocalTime.MIDNIGHT);
        for (int i = 0; unit.isPresent() && i < number; i++) {
            found = found.plus(unit.get());
        }
        return found.toInstant(ZoneOffset.UTC);
    }

    private Set<String> unmapped(JsonNode veris) {
        var unmapped = new TreeSet<String>();
        for (var enumeration : mapping.enumerations()) {
            var values = new TreeSet<>(values(veris, enumeration));
            values.removeAll(mapping.values(enumeration));
            values.forEach(value -> unmapped.add(enumeration + " = " + value));
        }
        var unit = veris.at("/timeline/discovery/unit").asString("Unknown");
        if (!mapping.units().contains(unit)) {
            unmapped.add("timeline.discovery.unit = " + unit);
        }
        return unmapped;
    }

    /** What stands at a path, through lists; of an object, the names in it ({@code action}: which kinds there are). */
    private static Set<String> values(JsonNode veris, String path) {
        var nodes = Stream.of(veris);
        for (var name : path.split("\\.")) {
            nodes = nodes.flatMap(VerisReader::each).map(node -> node.path(name));
        }
        var values = new LinkedHashSet<String>();
        nodes.flatMap(VerisReader::each).forEach(node -> {
            if (node.isObject()) {
                values.addAll(node.propertyNames());
            } else if (node.isValueNode()) {
                values.add(node.asString());
            }
        });
        return values;
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static String first(List<String> codes, String otherwise) {
        return codes.isEmpty() ? otherwise : codes.getFirst();
    }

    private static @Nullable String firstOrNull(List<String> codes) {
        return codes.isEmpty() ? null : codes.getFirst();
    }
}
