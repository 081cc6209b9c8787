package org.beffroi.incident.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * One provider's outage, declared by many structures: their declarations join one incident together. Each joins in a transaction of its
 * own: one that cannot stops no other, and what was interrupted is simply asked for again.
 */
@Service
public class Waves {
    /** How many may join at once. */
    public static final int AT_ONCE = 500;

    private static final String ALREADY = "incident.refused.joined-already";

    private final SimilarIncidents similar;
    private final IncidentJoins joins;
    private final CaseFiles files;

    Waves(SimilarIncidents similar, IncidentJoins joins, CaseFiles files) {
        this.similar = similar;
        this.joins = joins;
        this.files = files;
    }

    /** @param typed any declaration's number, as people write it */
    public SimilarIncidents.Found candidates(String typed, Viewer viewer) {
        return similar.open(files.require(typed, viewer), viewer);
    }

    /** One that did not join, and why. */
    public record Left(PublicReference reference, Refusal because) {}

    /**
     * What became of it.
     *
     * @param joined the numbers that now lead to the incident
     */
    public record Joined(List<PublicReference> joined, List<Left> left) {
        public Joined {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }
    }

    /**
     * Lets all of these join.
     *
     * @param typed the number of the incident that goes on
     * @param others numbers of declarations; what came with each comes along
     * @param because in words, for the desk; null: not said
     * @throws FieldErrors.Invalid when none is chosen, too many are, or one is no number
     */
    public Joined join(String typed, List<String> others, @Nullable String because, Viewer by) {
        var into = files.require(typed, by);
        IncidentDesk.checkLength("because", because);
        var asked = new LinkedHashMap<PublicReference, UUID>();
        references(others).forEach(one -> asked.put(one, files.declaration(one.toString(), by)));
        var joined = new ArrayList<PublicReference>();
        var left = new ArrayList<Left>();
        asked.forEach((reference, declaration) -> {
            try {
                joins.join(Hand.on(into, by), new Joining(declaration, null, because));
                joined.add(reference);
            } catch (Refusal refused) {
                if (refused.key().equals(ALREADY)) {
                    joined.add(reference);
                } else {
                    left.add(new Left(reference, refused));
                }
            }
        });
        return new Joined(joined, left);
    }

    private static List<PublicReference> references(List<String> typed) {
        if (typed.isEmpty()) {
            FieldErrors.NONE.and("declaration", "incident.wave.error.none").throwIfAny();
        }
        if (typed.size() > AT_ONCE) {
            FieldErrors.NONE
                    .and("declaration", "incident.wave.error.many", AT_ONCE, typed.size())
                    .throwIfAny();
        }
        var references = new ArrayList<PublicReference>();
        for (var one : typed) {
            PublicReference.parse(one)
                    .ifPresentOrElse(
                            references::add,
                            () -> FieldErrors.NONE
                                    .and("declaration", "incident.wave.error.number", one)
                                    .throwIfAny());
        }
        return references.stream().distinct().toList();
    }

    /** Those of the likeliest that should be ticked from the start: who names the same provider. */
    public static boolean isProposed(SimilarIncident candidate) {
        return candidate.reasons().contains(SimilarIncident.Reason.SAME_PROVIDER);
    }
}
