package org.beffroi.observatory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts in the order in which they were recorded, and tells the cases that they make. Linear in facts; nothing of a fact is kept but
 * its codes. The clock may have gone back between two facts: of one declaration, and of one incident, that stands which was written last.
 *
 * <p>A merged incident needs no rule of its own: its declarations have joined another incident, and an incident without declarations is no
 * case. When a declaration is taken out of an incident again, its own one is a case again, as it was judged before.
 */
final class CaseBook implements Consumer<Recorded> {
    /** All that the figures are made of. */
    static final List<String> TYPES = List.of(
            "declaration.received",
            "declaration.amended",
            "declaration.verified",
            "declaration.withdrawn",
            "declaration.restored",
            "incident.opened",
            "incident.declaration-joined",
            "incident.declaration-split",
            "incident.triaged",
            "incident.closed",
            "incident.reopened",
            "directory.counted");

    private final Map<String, DeclarationTrail> declarations = new LinkedHashMap<>();
    private final Map<String, IncidentTrail> incidents = new HashMap<>();
    private Map<String, Long> obliged = Map.of();

    @Override
    public void accept(Recorded fact) {
        switch (fact.type()) {
            case "declaration.received" -> declaration(fact).received(fact);
            case "declaration.amended" -> declaration(fact).amended(fact);
            case "declaration.verified" -> declaration(fact).verified(fact);
            case "declaration.withdrawn", "declaration.restored" ->
                declaration(fact).confirmed(fact);
            case "incident.opened", "incident.declaration-joined", "incident.declaration-split" ->
                declaration(fact).joined(fact);
            case "incident.triaged" -> incident(fact).triaged(fact);
            case "incident.closed" -> incident(fact).closed(fact);
            case "incident.reopened" -> incident(fact).reopened(fact);
            case "directory.counted" -> obliged = counted(fact);
            default -> throw new IllegalArgumentException("no figure is made of " + fact.type());
        }
    }

    private DeclarationTrail declaration(Recorded fact) {
        return declarations.computeIfAbsent(subject(fact, "declaration"), key -> new DeclarationTrail());
    }

    private IncidentTrail incident(Recorded fact) {
        return incidents.computeIfAbsent(subject(fact, "incident"), key -> new IncidentTrail());
    }

    private static String subject(Recorded fact, String kind) {
        @Nullable String subject = fact.subjects().get(kind);
        if (subject == null) {
            throw new IllegalArgumentException("fact " + fact.position() + " " + fact.type() + " names no " + kind);
        }
        return subject;
    }

    private static Map<String, Long> counted(Recorded fact) {
        var numbers = new HashMap<String, Long>();
        fact.data().forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.longValue());
            }
        });
        return numbers;
    }

    /** How many {@link #known()} would tell of each year, without making them. */
    NavigableMap<Integer, Long> incidentsByYear() {
        var declared = new HashMap<String, Instant>();
        for (var declaration : declarations.values()) {
            if (declaration.counts()) {
                declared.merge(
                        declaration.incident(),
                        declaration.declaredAt(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        var years = new TreeMap<Integer, Long>();
        declared.forEach((incident, at) -> {
            if (!incidents.getOrDefault(incident, IncidentTrail.UNTOUCHED).isDouble()) {
                years.merge(CaseMaker.day(at).getYear(), 1L, Long::sum);
            }
        });
        return years;
    }

    Known known() {
        var byIncident = new LinkedHashMap<String, List<DeclarationTrail>>();
        for (var declaration : declarations.values()) {
            if (declaration.counts()) {
                byIncident
                        .computeIfAbsent(declaration.incident(), key -> new ArrayList<>(1))
                        .add(declaration);
            }
        }
        var cases = new ArrayList<CountedCase>(byIncident.size());
        byIncident.forEach((incident, declared) -> {
            var desk = incidents.getOrDefault(incident, IncidentTrail.UNTOUCHED);
            if (!desk.isDouble()) {
                cases.add(CaseMaker.of(declared, desk));
            }
        });
        return new Known(cases, obliged);
    }
}
