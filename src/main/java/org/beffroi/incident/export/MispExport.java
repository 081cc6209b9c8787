package org.beffroi.incident.export;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.beffroi.incident.attack.domain.Technique;
import org.beffroi.incident.attack.domain.Techniques.Used;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.Observable;
import org.beffroi.incident.domain.Observables.Seen;
import org.beffroi.shared.Paris;

/**
 * An incident as a MISP event (core format 2.4): its number, what was seen, and machine tags. No structure is named, nothing that somebody typed is in
 * it. Identifiers are computed: whoever takes it in twice has it once, newer.
 */
final class MispExport {
    private static final UUID NAMESPACE = UUID.fromString("8a4c2f9e-5a0f-4a6b-9c11-0c6b6f2b7a55");
    /** Of MISP: the organisation alone, until somebody there decides otherwise. */
    private static final String OURS_ONLY = "0";

    private MispExport() {}

    /** @param seen what may be told; what is of a local network is left out */
    static Map<String, Object> of(CaseFile file, List<Seen> seen, List<Used> used, String desk, String tlp) {
        var first = file.declared().getFirst();
        var told = seen.stream().filter(one -> !one.observable().isLocal()).toList();
        var event = new LinkedHashMap<String, Object>();
        event.put("uuid", id("event " + desk + " " + file.reference()));
        event.put("info", file.reference());
        event.put("date", first.declaredAt().atZone(Paris.ZONE).toLocalDate().toString());
        event.put(
                "timestamp",
                seconds(told.stream().map(Seen::at).max(Instant::compareTo).orElse(first.declaredAt())));
        event.put("threat_level_id", threat(file));
        event.put("analysis", file.incident().state().closure() == null ? "1" : "2");
        event.put("distribution", OURS_ONLY);
        event.put("published", false);
        event.put("Orgc", Map.of("name", desk, "uuid", id("org " + desk)));
        event.put("Tag", tags(file, used, tlp));
        event.put("Attribute", told.stream().map(MispExport::attribute).toList());
        return Map.of("Event", event);
    }

    private static String id(String of) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, of).toString();
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    /** 1 high, 2 medium, 3 low, 4 undefined. */
    private static String threat(CaseFile file) {
        var severity = file.incident().state().severity();
        return severity == null
                ? "4"
                : switch (severity) {
                    case "S4", "S3" -> "1";
                    case "S2" -> "2";
                    default -> "3";
                };
    }

    private static List<Map<String, Object>> tags(CaseFile file, List<Used> used, String tlp) {
        var tags = new ArrayList<Map<String, Object>>();
        tags.add(tag("tlp:" + Tlp.valueOf(tlp).written()));
        var triage = file.incident().state().triage();
        if (triage != null && triage.assessment().rsit() != null) {
            tags.add(tag("rsit:"
                    + String.valueOf(triage.assessment().rsit())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')));
        }
        used.stream()
                .map(Used::technique)
                .map(MispExport::galaxy)
                .map(MispExport::tag)
                .forEach(tags::add);
        return tags;
    }

    /** As the galaxy of ATT&amp;CK names it; a sub-technique by its own name alone, for we do not keep its parent's beside it. */
    private static String galaxy(Technique technique) {
        return "misp-galaxy:mitre-attack-pattern=\"%s - %s\"".formatted(technique.name(), technique.id());
    }

    private static Map<String, Object> tag(String name) {
        return Map.of("name", name);
    }

    private static Map<String, Object> attribute(Seen seen) {
        var observable = seen.observable();
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put("uuid", id("attribute " + seen.id()));
        attribute.put("type", type(observable.kind()));
        attribute.put(
                "category",
                switch (observable.kind()) {
                    case IPV4, IPV6, DOMAIN, URL -> "Network activity";
                    case EMAIL, MD5, SHA1, SHA256, SHA512 -> "Payload delivery";
                    case CVE -> "External analysis";
                });
        attribute.put("to_ids", observable.kind() != Observable.Kind.CVE);
        attribute.put("distribution", OURS_ONLY);
        attribute.put("timestamp", seconds(seen.at()));
        attribute.put("value", observable.value());
        attribute.put("Tag", List.of(tag("tlp:" + Tlp.valueOf(seen.tlp()).written())));
        return attribute;
    }

    private static String type(Observable.Kind kind) {
        return switch (kind) {
            case IPV4, IPV6 -> "ip-dst";
            case DOMAIN -> "domain";
            case URL -> "url";
            case EMAIL -> "email";
            case MD5 -> "md5";
            case SHA1 -> "sha1";
            case SHA256 -> "sha256";
            case SHA512 -> "sha512";
            case CVE -> "vulnerability";
        };
    }
}
