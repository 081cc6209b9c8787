package org.beffroi.observatory.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * The facts of 2018 and 2019 with the margins that the Observatory published, each margin dealt out independently of the others. Beside
 * what counts there is what must not: declarations that nobody verified, incidents merged into others, causes revised.
 */
final class PublishedYears {
    private static final List<String> OTHER_REGIONS =
            List.of("11", "24", "27", "28", "32", "44", "52", "53", "75", "93", "94", "01", "02", "03", "04", "06");

    private final Random random;
    private final World world;
    private final List<Fact> facts = new ArrayList<>();
    private int number;

    PublishedYears(long seed, World world) {
        random = new Random(seed);
        this.world = world;
    }

    /** A structure, and how often it declares in each year. */
    private static final class Site {
        final UUID id;
        final int in2018;
        final int in2019;
        String group = "ES";
        String region = "11";
        boolean degraded;

        Site(UUID id, int in2018, int in2019) {
            this.id = id;
            this.in2018 = in2018;
            this.in2019 = in2019;
        }

        StructureSnapshot snapshot() {
            return new StructureSnapshot(id, "S", null, "FR", null, group, !group.equals("OTHER"), region, null, null);
        }
    }

    /** What one year's incidents are dealt. */
    private record Margins(
            int year,
            int malicious,
            int ransomware,
            int support,
            int resolved,
            int notDiagnosed,
            int sameDay,
            int nextDay,
            int outOfScope,
            int potential,
            int proven) {}

    List<Fact> facts() {
        var sites = sites();
        assign(
                sites,
                Map.of("EHPAD", 24, "LBM", 3, "RADIOTHERAPY", 4, "OTHER", 28),
                (site, group) -> site.group = group);
        sites.forEach(site -> site.region = OTHER_REGIONS.get(random.nextInt(OTHER_REGIONS.size())));
        assign(sites, Map.of("76", 57, "84", 49), (site, region) -> site.region = region);
        Collections.shuffle(sites, random);
        sites.stream().filter(site -> site.in2019 > 0).limit(120).forEach(site -> site.degraded = true);
        deal(sites, new Margins(2018, 134, 30, 47, 163, 49, 229, 33, 31, 50, 4));
        deal(sites, new Margins(2019, 169, 42, 70, 196, 82, 274, 40, 38, 61, 5));
        whatMustNotCount(sites.getFirst());
        return facts;
    }

    /** 247 structures and 327 incidents in 2018, 300 and 392 in 2019; over both years 55 with more than 2, 7 of them with more than 4. */
    private List<Site> sites() {
        var sites = new ArrayList<Site>();
        add(sites, 7, 3, 3);
        add(sites, 48, 1, 2);
        add(sites, 66, 2, 0);
        add(sites, 60, 1, 1);
        add(sites, 66, 1, 0);
        add(sites, 30, 0, 2);
        add(sites, 155, 0, 1);
        return sites;
    }

    private void add(List<Site> sites, int count, int in2018, int in2019) {
        for (int i = 0; i < count; i++) {
            sites.add(new Site(id(), in2018, in2019));
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private interface Assignment {
        void to(Site site, String code);
    }

    /** Gives codes to structures until their incidents of 2019 are exactly as many as wished. */
    private void assign(List<Site> sites, Map<String, Integer> wished, Assignment assignment) {
        Collections.shuffle(sites, random);
        var left = new HashMap<>(wished);
        for (var site : sites) {
            left.entrySet().stream()
                    .filter(entry -> site.in2019 > 0 && entry.getValue() >= site.in2019)
                    .findFirst()
                    .ifPresent(entry -> {
                        assignment.to(site, entry.getKey());
                        entry.setValue(entry.getValue() - site.in2019);
                    });
        }
    }

    private void deal(List<Site> sites, Margins margins) {
        var declaring = new ArrayList<Site>();
        for (var site : sites) {
            var times = margins.year == 2018 ? site.in2018 : site.in2019;
            declaring.addAll(Collections.nCopies(times, site));
        }
        var n = declaring.size();
        var malicious = cards(n, "MALICIOUS", margins.malicious, "NON_MALICIOUS", n);
        var states = cards(n, "RESOLVED", margins.resolved, "NOT_DIAGNOSED", margins.notDiagnosed, "ONGOING", n);
        var delays = cards(n, "SAME", margins.sameDay, "NEXT", margins.nextDay, "LATER", n);
        var help = cards(n, "YES", margins.support, "NO", n);
        var harm = cards(
                n, "OUT", margins.outOfScope, "POTENTIAL", margins.potential, "PROVEN", margins.proven, "NONE", n);
        int ransomware = margins.ransomware;
        for (int i = 0; i < n; i++) {
            var attacked = malicious.get(i).equals("MALICIOUS");
            var ransom = attacked && ransomware-- > 0;
            incident(
                    declaring.get(i),
                    moment(margins.year),
                    new Dealt(malicious.get(i), states.get(i), delays.get(i), help.get(i), harm.get(i), ransom));
        }
    }

    private record Dealt(String origin, String state, String delay, String help, String harm, boolean ransomware) {}

    /** FactCodes, each as many times as said; the last fills up. */
    private List<String> cards(int n, Object... codesAndCounts) {
        var cards = new ArrayList<String>();
        for (int i = 0; i < codesAndCounts.length; i += 2) {
            var count = Math.min((Integer) codesAndCounts[i + 1], n - cards.size());
            cards.addAll(Collections.nCopies(count, (String) codesAndCounts[i]));
        }
        Collections.shuffle(cards, random);
        return cards;
    }

    private Instant moment(int year) {
        var day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        return day.atTime(LocalTime.of(9, random.nextInt(60)))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    private Instant found(Instant declared, String delay) {
        return switch (delay) {
            case "SAME" -> declared.minus(Duration.ofMinutes(random.nextInt(9 * 60)));
            case "NEXT" -> declared.minus(Duration.ofHours(12 + random.nextInt(11)));
            default -> declared.minus(Duration.ofDays(2 + random.nextInt(9)));
        };
    }

    /** A third comes from guests and is verified later; ransomware is first taken for phishing, and revised by the desk. */
    private void incident(Site site, Instant at, Dealt dealt) {
        var declaration = id();
        var incident = id();
        var guest = random.nextInt(3) == 0;
        var said = stated(found(at, dealt.delay), dealt, site.degraded ? "DEGRADED" : "NONE");
        facts.add(received(declaration, at, !guest, site, said));
        facts.add(fact("incident.opened", at, incident, declaration));
        if (guest) {
            facts.add(new DeclarationVerified(
                            declaration,
                            reference(),
                            world,
                            at,
                            DeclarationVerified.How.CALLED_BACK,
                            site.snapshot(),
                            null)
                    .fact());
        }
        facts.add(fact("incident.triaged", at, incident, null)
                .with("inScope", true)
                .with("origin", dealt.origin)
                .with("causes", List.of(cause(dealt)))
                .with("endangerment", dealt.harm.equals("OUT") ? "NONE" : dealt.harm));
        facts.add(fact("incident.closed", at.plus(Duration.ofDays(1)), incident, null)
                .with("outcome", dealt.harm.equals("OUT") ? "OUT_OF_SCOPE" : "RESOLVED")
                .with("entryPoint", dealt.origin.equals("MALICIOUS") ? "NOT_FOUND" : "NOT_APPLICABLE"));
    }

    private static String cause(Dealt dealt) {
        return dealt.ransomware ? "RANSOMWARE" : dealt.origin.equals("MALICIOUS") ? "PHISHING" : "TELECOM_LOSS";
    }

    private static Stated stated(Instant found, Dealt dealt, String care) {
        var causes = dealt.origin.equals("MALICIOUS") ? List.of("PHISHING") : List.<String>of();
        var help = dealt.help.equals("YES");
        return new Stated(
                null,
                found,
                null,
                care,
                "UNKNOWN",
                dealt.state,
                "UNKNOWN",
                null,
                null,
                causes,
                List.of(),
                List.of(),
                List.of("UNAVAILABLE"),
                help,
                List.of(),
                null);
    }

    private Fact received(UUID declaration, Instant at, boolean verified, Site site, Stated stated) {
        return new DeclarationReceived(declaration, reference(), world, at, "WEB", verified, site.snapshot(), stated)
                .fact();
    }

    private PublicReference reference() {
        return new PublicReference(2019, ++number);
    }

    private Fact fact(String type, Instant at, UUID incident, @Nullable UUID declaration) {
        return Fact.of(type, at, world).about("incident", incident).about("declaration", declaration);
    }

    private void whatMustNotCount(Site site) {
        var dealt = new Dealt("MALICIOUS", "ONGOING", "SAME", "YES", "NONE", false);
        Consumer<Boolean> once = merged -> {
            var at = moment(2019).plus(Duration.ofHours(13));
            var declaration = id();
            var incident = id();
            facts.add(received(declaration, at, false, site, stated(at, dealt, "INTERRUPTED")));
            facts.add(fact("incident.opened", at, incident, declaration));
            if (merged) {
                facts.add(fact("incident.declaration-joined", at, id(), declaration));
                facts.add(fact("incident.closed", at, incident, null).with("outcome", "DUPLICATE"));
            }
        };
        Collections.nCopies(9, false).forEach(once);
        Collections.nCopies(3, true).forEach(once);
    }
}
