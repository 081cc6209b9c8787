package org.beffroi.incident.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Access;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** Who plays. Structures are invented ones only (FINESS numbers that begin with 99): nothing may be said of a real one. */
final class Cast {
    private static final String INVENTED = "99000";

    private final List<Structure> structures = new ArrayList<>();
    private final Map<String, List<Structure>> groups = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Viewer analyst;
    private final Viewer lead;
    private final @Nullable Viewer declarant;
    private final List<Viewer> desk;

    Cast(Directory directory, Taxonomy taxonomy, Access access) {
        for (var region : taxonomy.vocabulary("region").codes()) {
            directory.find(new StructureQuery(INVENTED, Scope.nation(), false, false, region, null, 500)).stream()
                    .filter(structure -> structure.spacedFiness().startsWith("99"))
                    .forEach(structures::add);
        }
        structures.sort(Comparator.comparing(structure -> Objects.requireNonNullElse(structure.finess(), "")));
        structures.forEach(structure -> groups.computeIfAbsent(structure.group(), group -> new ArrayList<>())
                .add(structure));
        analyst = access.viewerByEmail("analyst@demo.beffroi").orElse(Viewer.system("Claire Vasseur"));
        lead = access.viewerByEmail("lead@demo.beffroi").orElse(Viewer.system("Marc Delorme"));
        declarant = access.viewerByEmail("declarant@demo.beffroi").orElse(null);
        desk = List.of(analyst, analyst, lead, Viewer.system("Inès Caradec"), Viewer.system("Paul Wagner"));
    }

    /** As scripts name them. */
    Viewer named(String name) {
        return name.equals("lead") ? lead : analyst;
    }

    Viewer somebodyAtTheDesk(Dice dice) {
        return dice.pick(desk);
    }

    /** Whoever speaks for a structure: its account of the demonstration, if it has one. */
    Viewer declarantOf(Structure structure) {
        return Optional.ofNullable(declarant)
                .filter(viewer -> viewer.scope().structures().contains(structure.id()))
                .orElse(new Viewer(
                        null, structure.name(), Set.of(Role.DECLARANT), Scope.structures(Set.of(structure.id()))));
    }

    /** The structure of the demonstration's declarant now and then, else by who declares in France (Observatory 2019). */
    Structure anyStructure(Dice dice) {
        var own = declarant == null
                ? List.<Structure>of()
                : structures.stream()
                        .filter(structure -> declarant.scope().structures().contains(structure.id()))
                        .toList();
        int roll = dice.below(100);
        if (roll == 0 && !own.isEmpty()) {
            return own.getFirst();
        }
        var group = roll < 85 ? "ES" : roll < 92 ? "EHPAD" : roll < 93 ? "LBM" : "ESMS";
        return dice.pickOften(groups.getOrDefault(group, structures));
    }

    /** One that no script has yet, of that category and about that size, or of the same group at least. */
    Structure forScript(String category, int fewestBeds, int mostBeds) {
        var found = structures.stream()
                .filter(structure -> !taken.contains(structure.id()))
                .filter(structure -> structure.category().equals(category))
                .filter(structure -> between(structure.capacity().acuteBeds(), fewestBeds, mostBeds))
                .findFirst()
                .or(() -> structures.stream()
                        .filter(structure -> !taken.contains(structure.id()))
                        .findFirst())
                .orElseThrow();
        taken.add(found.id());
        return found;
    }

    /** Before any script has taken its structure: the one that the first of the stories will find. */
    Structure hospitalOfTheFirstStory() {
        return forScript("355", 250, 500);
    }

    private static boolean between(@Nullable Integer beds, int fewest, int most) {
        return fewest == 0 || (beds != null && beds >= fewest && beds <= most);
    }
}
