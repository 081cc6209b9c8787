package org.beffroi.incident.export;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.incident.attack.domain.Technique;
import org.beffroi.incident.attack.domain.Techniques.Used;
import org.beffroi.incident.domain.Observable;
import org.beffroi.incident.domain.Observables.Seen;
import org.beffroi.shared.PublicReference;

/**
 * What was seen and done in an incident, as a STIX 2.1 bundle (OASIS, 10 June 2021) for the tools of others. Identifiers are computed: whoever takes it
 * in twice has it once. The incident is its number and nothing else: no structure is named.
 */
final class StixExport {
    /** Under which computed identifiers lie (STIX 2.1, 2.9). */
    private static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Of what is the same in every bundle. */
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final String PUBLIC = "CLEAR";

    private final String desk;
    private final Instant since;
    private final List<Map<String, Object>> objects = new ArrayList<>();

    private StixExport(String desk, Instant since) {
        this.desk = desk;
        this.since = since;
    }

    /**
     * @param desk the name of the organisation that says so
     * @param incident its number
     * @param since when it was declared
     * @param seen what may be told; what is of a local network is left out
     * @param used the techniques alone: what was seen of them is the desk's own words, and stays
     */
    static Map<String, Object> bundle(
            String desk, PublicReference incident, Instant since, List<Seen> seen, List<Used> used, String itsTlp) {
        var stix = new StixExport(desk, since);
        var told = seen.stream()
                .filter(one -> !one.observable().isLocal())
                .sorted(Comparator.comparing(Seen::at).thenComparing(Seen::id))
                .toList();
        stix.objects.add(stix.identity());
        Stream.of(Stream.of(itsTlp), told.stream().map(Seen::tlp), used.stream().map(any -> PUBLIC))
                .flatMap(marks -> marks)
                .distinct()
                .map(Tlp::valueOf)
                .map(Tlp::definition)
                .forEach(stix.objects::add);
        stix.incident(incident, itsTlp);
        told.forEach(one -> stix.add(one, incident));
        used.forEach(one -> stix.add(one, incident, itsTlp));
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", id("bundle", incident + " " + stix.objects));
        bundle.put("objects", stix.objects);
        return bundle;
    }

    private static String id(String type, String of) {
        return type + "--" + UuidCreator.getNameBasedSha1(NAMESPACE, of);
    }

    private String deskId() {
        return id("identity", desk);
    }

    private Map<String, Object> identity() {
        var identity = new LinkedHashMap<String, Object>();
        identity.put("type", "identity");
        identity.put("spec_version", "2.1");
        identity.put("id", deskId());
        identity.put("created", TIMESTAMP.format(FIRST));
        identity.put("modified", TIMESTAMP.format(FIRST));
        identity.put("name", desk);
        identity.put("identity_class", "organization");
        identity.put("sectors", List.of("healthcare"));
        return identity;
    }

    private Map<String, Object> object(String type, String key, Instant at, String tlp) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id(type, desk + " " + key));
        object.put("created_by_ref", deskId());
        object.put("created", TIMESTAMP.format(at));
        object.put("modified", TIMESTAMP.format(at));
        object.put("object_marking_refs", List.of(Tlp.valueOf(tlp).id()));
        objects.add(object);
        return object;
    }

    private void incident(PublicReference incident, String tlp) {
        object("incident", incident.toString(), since, tlp).put("name", incident.toString());
    }

    private void add(Seen seen, PublicReference incident) {
        var observable = seen.observable();
        var type = observable.kind() == Observable.Kind.CVE ? "vulnerability" : "indicator";
        var object = object(type, seen.id().toString(), seen.at(), seen.tlp());
        if (type.equals("vulnerability")) {
            object.put("name", observable.value());
            object.put("external_references", List.of(Map.of("source_name", "cve", "external_id", observable.value())));
        } else {
            object.put("name", observable.defanged());
            object.put("indicator_types", List.of("unknown"));
            object.put("pattern", pattern(observable));
            object.put("pattern_type", "stix");
            object.put("valid_from", TIMESTAMP.format(seen.at()));
        }
        relate(object, seen.id() + " " + incident, incident, seen.at(), seen.tlp());
    }

    /** What a technique is, is no secret and the same for all; that it was used here is as the incident is. */
    private void add(Used used, PublicReference incident, String tlp) {
        var technique = used.technique();
        var pattern = object("attack-pattern", technique.id(), FIRST, PUBLIC);
        pattern.put("name", technique.name());
        pattern.put("external_references", List.of(reference(technique)));
        pattern.put(
                "kill_chain_phases",
                technique.tactics().stream()
                        .map(tactic -> Map.of("kill_chain_name", "mitre-attack", "phase_name", tactic))
                        .toList());
        relate(pattern, technique.id() + " " + incident, incident, used.at(), tlp);
    }

    private static Map<String, Object> reference(Technique technique) {
        return Map.of("source_name", "mitre-attack", "external_id", technique.id(), "url", technique.address());
    }

    private void relate(Map<String, Object> from, String key, PublicReference incident, Instant at, String tlp) {
        var relationship = object("relationship", key, at, tlp);
        relationship.put("relationship_type", "related-to");
        relationship.put("source_ref", String.valueOf(from.get("id")));
        relationship.put("target_ref", id("incident", desk + " " + incident));
    }

    private static String pattern(Observable observable) {
        var path = switch (observable.kind()) {
            case IPV4 -> "ipv4-addr:value";
            case IPV6 -> "ipv6-addr:value";
            case DOMAIN -> "domain-name:value";
            case URL -> "url:value";
            case EMAIL -> "email-addr:value";
            case MD5 -> "file:hashes.MD5";
            case SHA1 -> "file:hashes.'SHA-1'";
            case SHA256 -> "file:hashes.'SHA-256'";
            case SHA512 -> "file:hashes.'SHA-512'";
            case CVE -> throw new IllegalArgumentException("a vulnerability is no pattern");
        };
        return "[%s = '%s']"
                .formatted(path, observable.value().replace("\\", "\\\\").replace("'", "\\'"));
    }
}
