package org.beffroi.observatory.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.beffroi.journal.Journal.Recorded;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What a platform may live through in four years, in the order in which it is recorded: structures that declare, seldom or often; guests
 * called back days or months later; causes requalified after the year; doubles found; incidents joined; cases out of scope.
 */
final class RandomHistory {
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS = 4;

    private final Random random;
    private final boolean late;
    private final List<Fact> facts = new ArrayList<>();
    private int number;

    private RandomHistory(Random random, boolean late) {
        this.random = random;
        this.late = late;
    }

    /** @param late whether anything of a month becomes known after it; without it, a reader may assume that nothing does */
    static List<Recorded> of(Random random, boolean late) {
        var history = new RandomHistory(random, late);
        for (int year = 0; year < YEARS; year++) {
            var incidents = 1 + random.nextInt(random.nextBoolean() ? 25 : 160);
            for (int i = 0; i < incidents; i++) {
                history.incident(FIRST_YEAR + year, incidents);
            }
        }
        history.facts.sort(Comparator.comparing(Fact::happenedAt));
        var recorded = new ArrayList<Recorded>();
        for (int i = 0; i < history.facts.size(); i++) {
            recorded.add(Observed.recorded(history.facts.get(i), i));
        }
        return recorded;
    }

    private void incident(int year, int incidents) {
        var declaration = id(1, ++number);
        var incident = id(2, number);
        var at = moment(year);
        var verified = !late || random.nextInt(3) > 0;
        facts.add(received(declaration, at, incidents).with("verified", verified));
        facts.add(fact("incident.opened", at, incident).about("declaration", declaration));
        if (!verified && random.nextInt(4) > 0) {
            facts.add(fact("declaration.verified", later(at, 90), null).about("declaration", declaration));
        }
        treated(incident, at);
        if (late && number > 1 && random.nextInt(15) == 0) {
            facts.add(fact("incident.declaration-joined", later(at, 200), id(2, 1 + random.nextInt(number)))
                    .about("declaration", declaration));
        }
    }

    private void treated(UUID incident, Instant at) {
        var triages = late ? random.nextInt(3) : 1;
        for (int i = 0; i < triages; i++) {
            facts.add(fact("incident.triaged", late ? later(at, 250) : at, incident)
                    .with("inScope", random.nextInt(12) > 0)
                    .with("origin", of(List.of("NON_MALICIOUS", "MALICIOUS")))
                    .with("causes", List.of(of(List.of("TELECOM_LOSS", "PHISHING", "RANSOMWARE"))))
                    .with("endangerment", of(List.of("NONE", "POTENTIAL", "PROVEN"))));
        }
        if (random.nextInt(3) > 0) {
            var outcomes =
                    late ? List.of("RESOLVED", "OUT_OF_SCOPE", "DUPLICATE") : List.of("RESOLVED", "OUT_OF_SCOPE");
            facts.add(fact("incident.closed", late ? later(at, 120) : at, incident)
                    .with("outcome", of(outcomes))
                    .with("entryPoint", of(List.of("NOT_FOUND", "FOUND"))));
        }
    }

    private Fact received(UUID declaration, Instant at, int incidents) {
        return fact("declaration.received", at, null)
                .about("declaration", declaration)
                .about("structure", id(3, random.nextInt(1 + incidents)))
                .with("country", "FR")
                .with("region", of(List.of("11", "76", "84", "94")))
                .with("group", of(List.of("ES", "EHPAD", "LBM")))
                .with("obliged", random.nextInt(10) > 0)
                .with("state", of(List.of("RESOLVED", "ONGOING", "NOT_DIAGNOSED")))
                .with("care", of(List.of("NONE", "DEGRADED", "INTERRUPTED")))
                .with("helpWanted", random.nextInt(4) == 0)
                .with("dataEffects", List.of(of(List.of("UNAVAILABLE", "DISCLOSED"))))
                .with("foundAt", at.minus(Duration.ofHours(random.nextInt(60))));
    }

    private static Fact fact(String type, Instant at, @Nullable UUID incident) {
        var fact = Fact.of(type, at, World.NATIONAL);
        return incident == null ? fact : fact.about("incident", incident);
    }

    private static UUID id(int kind, int which) {
        return new UUID(kind, which);
    }

    private Instant moment(int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365))
                .atTime(8, random.nextInt(60))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    private Instant later(Instant at, int days) {
        return at.plus(Duration.ofHours(1 + random.nextInt(24 * days)));
    }

    /** The later in the list, the rarer. */
    private String of(List<String> codes) {
        var luck = Math.pow(random.nextDouble(), 3);
        return codes.get((int) (luck * codes.size()));
    }
}
