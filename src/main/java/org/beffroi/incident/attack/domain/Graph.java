package org.beffroi.incident.attack.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Observables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs together with an incident: its structures, what was seen and done, and the other incidents where the same was. */
@Component
public class Graph {
    /** In one column: more are told by their number. */
    static final int COLUMN = 14;

    private final CaseFiles files;
    private final Incidents incidents;
    private final Declarations declarations;
    private final Observables observables;
    private final Techniques techniques;

    Graph(
            CaseFiles files,
            Incidents incidents,
            Declarations declarations,
            Observables observables,
            Techniques techniques) {
        this.files = files;
        this.incidents = incidents;
        this.declarations = declarations;
        this.observables = observables;
        this.techniques = techniques;
    }

    /** What a node is. */
    public enum Kind {
        STRUCTURE,
        OBSERVABLE,
        TECHNIQUE,
        INCIDENT
    }

    /**
     * @param key tells it from all others
     * @param address page within the house; null: none
     * @param with keys of those it hangs together with, besides the incident itself
     */
    public record Node(
            String key, Kind kind, String name, @Nullable String address, Set<String> with) {}

    /**
     * @param left structures; {@code middle} what was seen and done; {@code right} other incidents
     * @param more how many of each column are not shown
     */
    public record Drawn(String reference, List<Node> left, List<Node> middle, List<Node> right, List<Integer> more) {
        public boolean alone() {
            return left.isEmpty() && middle.isEmpty();
        }
    }

    /** @param typed any declaration's number, as people write it */
    public Drawn of(String typed, Viewer viewer) {
        var id = files.require(typed, viewer);
        var left = structures(id, viewer);
        var others = new LinkedHashMap<String, Set<String>>();
        var middle = new ArrayList<Node>();
        observables.of(id, viewer).forEach(seen -> {
            var key = "o" + seen.id();
            middle.add(
                    new Node(key, Kind.OBSERVABLE, seen.observable().defanged(), null, Set.copyOf(seen.elsewhere())));
            join(others, key, seen.elsewhere());
        });
        techniques.of(id, viewer).forEach(used -> {
            var key = "t" + used.id();
            var technique = used.technique();
            middle.add(new Node(
                    key, Kind.TECHNIQUE, technique.id() + " " + technique.name(), null, Set.copyOf(used.elsewhere())));
            join(others, key, used.elsewhere());
        });
        // What is shared tells most.
        middle.sort(
                java.util.Comparator.comparingInt((Node node) -> -node.with().size()));
        var right = others.entrySet().stream()
                .map(other -> new Node(
                        other.getKey(),
                        Kind.INCIDENT,
                        other.getKey(),
                        "/incidents/" + other.getKey(),
                        other.getValue()))
                .sorted(java.util.Comparator.comparingInt(
                        (Node node) -> -node.with().size()))
                .toList();
        return new Drawn(typed, some(left), some(middle), some(right), List.of(more(left), more(middle), more(right)));
    }

    private static void join(Map<String, Set<String>> others, String key, List<String> elsewhere) {
        elsewhere.forEach(other ->
                others.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(key));
    }

    private List<Node> structures(UUID incident, Viewer viewer) {
        var ids = incidents.declarations(incident, viewer);
        var nodes = new ArrayList<Node>();
        declarations
                .sheets(ids.stream().limit(COLUMN + 1L).toList(), viewer)
                .forEach(sheet -> nodes.add(new Node(
                        sheet.reference().toString(),
                        Kind.STRUCTURE,
                        sheet.structure().name(),
                        "/declarations/" + sheet.reference(),
                        Set.of())));
        return nodes;
    }

    private static List<Node> some(List<Node> all) {
        return all.stream().limit(COLUMN).toList();
    }

    private static int more(List<Node> all) {
        return Math.max(0, all.size() - COLUMN);
    }
}
