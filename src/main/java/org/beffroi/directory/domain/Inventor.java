package org.beffroi.directory.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Finess;
import org.beffroi.taxonomy.Taxonomy;

/**
 * Makes up structures over the real shape of French health: regions in the proportions of the survey SAE 2023, categories in those of who
 * declares (Observatory 2019: 85 % establishments), names that sound French and towns on rivers that do not exist.
 *
 * <p>Their FINESS numbers begin with 99, which INSEE keeps for foreign countries: no department bears it, so no such number was or will be
 * given to a site in France. Their keys fit.
 */
final class Inventor {
    /** Establishments by region, SAE 2023. */
    private static final Map<String, Integer> REGIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("11", 492),
            Map.entry("84", 454),
            Map.entry("76", 441),
            Map.entry("75", 409),
            Map.entry("32", 366),
            Map.entry("93", 357),
            Map.entry("44", 338),
            Map.entry("53", 208),
            Map.entry("28", 196),
            Map.entry("52", 192),
            Map.entry("27", 182),
            Map.entry("24", 153),
            Map.entry("04", 62),
            Map.entry("01", 38),
            Map.entry("94", 37),
            Map.entry("02", 28),
            Map.entry("03", 16),
            Map.entry("06", 6)));

    private static final List<Kind> KINDS = List.of(
            new Kind(4, "101", "CHU DE %s", "PUBLIC", 900, 100),
            new Kind(24, "355", "CENTRE HOSPITALIER DE %s", "PUBLIC", 250, 75),
            new Kind(7, "106", "HOPITAL DE PROXIMITE DE %s", "PUBLIC", 30, 0),
            new Kind(16, "365", "CLINIQUE %s", "PRIVATE_FOR_PROFIT", 110, 15),
            new Kind(7, "292", "CHS %s", "PUBLIC", 0, 0),
            new Kind(10, "109", "CENTRE DE READAPTATION %s", "PRIVATE_NON_PROFIT", 0, 0),
            new Kind(3, "127", "HAD DU PAYS DE %s", "PRIVATE_NON_PROFIT", 0, 0),
            new Kind(15, "500", "EHPAD %s", "PUBLIC", 0, 0),
            new Kind(4, "611", "LABORATOIRE %s", "PRIVATE_FOR_PROFIT", 0, 0),
            new Kind(5, "255", "MAISON D'ACCUEIL SPECIALISEE %s", "PRIVATE_NON_PROFIT", 0, 0),
            new Kind(5, "183", "INSTITUT MEDICO-EDUCATIF %s", "PRIVATE_NON_PROFIT", 0, 0));

    private static final List<String> BEGINNINGS = List.of(
            "VAL", "MONT", "ROCHE", "BOURG", "FONT", "CLAIR", "AIGUE", "CHANTE", "PIERRE", "HAUTE", "BEL", "VIEUX",
            "NEUVE");
    private static final List<String> ENDINGS =
            List.of("BRUN", "VERNE", "CASTEL", "LOUP", "COMBE", "SAULE", "PERRET", "MARANS", "LANDE", "FORGE", "TILLY");
    private static final List<String> RIVERS =
            List.of("OURBISE", "VIONNETTE", "LAUZEVE", "ARDELLINE", "BREVERNE", "SORELLANE", "MIVOISE", "TARDOUCE");
    private static final List<String> PATRONS = List.of(
            "DES TILLEULS",
            "DU PARC",
            "SAINT-ELOI",
            "SAINTE-ODILE",
            "DES QUATRE VENTS",
            "LES GLYCINES",
            "DU BELVEDERE",
            "NOTRE-DAME DE L'ETANG",
            "LES HORTENSIAS",
            "DU GRAND PRE",
            "SAINT-CORENTIN",
            "DES TROIS FONTAINES");

    /**
     * @param share of a hundred
     * @param name with the town or a patron put in
     * @param beds about how many for acute care
     * @param emergency how many of a hundred have an emergency department
     */
    private record Kind(int share, String category, String name, String status, int beds, int emergency) {}

    private final Random random;
    private final Map<String, List<String>> departments = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    Inventor(Taxonomy taxonomy, long seed) {
        this.random = new Random(seed);
        for (var department : taxonomy.vocabulary("department").terms()) {
            departments
                    .computeIfAbsent(String.valueOf(department.attribute("region")), region -> new ArrayList<>())
                    .add(department.code());
        }
    }

    /** The same seed gives the same structures. */
    List<Entry> invent(int number) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < number; i++) {
            entries.add(structure(i));
        }
        return entries;
    }

    private Entry structure(int index) {
        var kind = kind();
        var region = region();
        var department = pick(departments.getOrDefault(region, List.of()));
        var town = town();
        var name = name(kind, town);
        var finess = Finess.withKey("99%06d".formatted(index)).value();
        var owner = Finess.withKey("999%05d".formatted(index)).value();
        var telephone = "01 99 00 %02d %02d".formatted(index / 100 % 100, index % 100);
        return new Entry(
                finess,
                new LegalEntity(owner, kind.status.equals("PUBLIC") ? name : "ASSOCIATION " + name, null, null),
                name,
                null,
                kind.category,
                kind.status,
                region,
                department,
                town,
                postcode(department),
                (1 + random.nextInt(90)) + " RUE DE L'HOPITAL",
                null,
                null,
                null,
                true,
                null,
                capacity(kind),
                List.of(new Contact(Contact.Kind.PHONE, telephone, null, false, true)));
    }

    private String postcode(String department) {
        var start = department.startsWith("2A") || department.startsWith("2B") ? "20" : department;
        return start + "9".repeat(5 - start.length());
    }

    private Kind kind() {
        int at = random.nextInt(100);
        for (var kind : KINDS) {
            at -= kind.share;
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares of all kinds are a hundred");
    }

    private String region() {
        int at = random.nextInt(
                REGIONS.values().stream().mapToInt(Integer::intValue).sum());
        for (var region : REGIONS.entrySet()) {
            at -= region.getValue();
            if (at < 0) {
                return region.getKey();
            }
        }
        throw new IllegalStateException("the shares of all regions are their sum");
    }

    private String town() {
        return pick(BEGINNINGS) + pick(ENDINGS) + "-SUR-" + pick(RIVERS);
    }

    private String name(Kind kind, String town) {
        var ofTown = kind.name.contains("DE %s");
        var name = kind.name.formatted(ofTown ? town : pick(PATRONS));
        return names.add(name) ? name : name + " " + (ofTown ? pick(PATRONS) : town);
    }

    private Capacity capacity(Kind kind) {
        if (kind.beds == 0) {
            return Capacity.UNKNOWN;
        }
        int beds = kind.beds / 2 + random.nextInt(kind.beds);
        boolean emergency = random.nextInt(100) < kind.emergency;
        boolean mobile = emergency && kind.status.equals("PUBLIC") && beds > 150;
        int intensive = emergency && beds > 200 ? beds / 30 : 0;
        var activities = new TreeSet<>(Set.of("MEDICINE", "IMAGING", "PHARMACY"));
        if (emergency) {
            activities.add("EMERGENCY");
        }
        if (intensive > 0) {
            activities.add("INTENSIVE_CARE");
        }
        return new Capacity(
                emergency,
                kind.beds > 500,
                emergency ? beds * 100 : null,
                mobile,
                mobile && kind.beds > 500,
                beds,
                intensive,
                activities);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
