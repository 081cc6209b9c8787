package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.incident.Assessment;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/** Incidents in the words of those who treat them. */
final class AnIncident {
    static final Instant NIGHT = Instant.parse("2026-11-22T02:10:00Z");
    static final Viewer CLAIRE =
            new Viewer(new UUID(0, 1), "Claire Vasseur", java.util.Set.of(Role.ANALYST), Scope.nation());
    static final Viewer MARC = new Viewer(new UUID(0, 2), "Marc Delorme", java.util.Set.of(Role.LEAD), Scope.nation());
    static final Viewer AGENCY =
            new Viewer(new UUID(0, 3), "ARS", java.util.Set.of(Role.AGENCY), Scope.regions(java.util.Set.of("32")));

    private Answers answers = Answers.NONE.with("foundAt", NIGHT.toString());
    private String structure = "Centre hospitalier de Vallebrune";
    private @Nullable String region;
    private @Nullable UUID structureId;
    private final List<Declared> others = new ArrayList<>();
    private static long numbers = 4000;

    static AnIncident anIncident() {
        return new AnIncident();
    }

    AnIncident declaring(String question, String... codes) {
        answers = answers.with(question, codes);
        return this;
    }

    AnIncident in(String name) {
        structure = name;
        return this;
    }

    AnIncident in(String name, String inRegion) {
        region = inRegion;
        return in(name);
    }

    AnIncident of(UUID directoryEntry) {
        structureId = directoryEntry;
        return this;
    }

    AnIncident with(Declared other) {
        others.add(other);
        return this;
    }

    Declared declared() {
        return new Declared(
                UuidCreator.getTimeOrderedEpoch(),
                new PublicReference(2026, ++numbers),
                NIGHT.plusSeconds(840),
                "WEB",
                null,
                null,
                1,
                NIGHT.plusSeconds(840),
                new StructureSnapshot(structureId, structure, null, "FR", null, null, false, region, null, null),
                Stated.of(answers));
    }

    Incident open() {
        var first = declared();
        var all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return new Incident(UuidCreator.getTimeOrderedEpoch(), first.reference(), World.NATIONAL, 0, all, State.NEW);
    }

    static Who by(Viewer viewer) {
        return Who.of(viewer, NIGHT.plusSeconds(7200));
    }

    static Assessment judged(String origin, String care) {
        return new Assessment(true, false, "GRAVE", null, List.of(), origin, "S2", null, care);
    }
}
