package org.beffroi.platform.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented structures, and declarations by them such as desks receive: no two alike, the same at each run but for their times. */
final class Sample {
    private static final String HEADER =
            "finess_et;finess_ej;raison_sociale;categorie_code;statut;departement;commune;adresse;code_postal;siret;lat;lon;"
                    + "urgences;urgences_passages_2023;smur;samu;lits_mco;lits_rea;psy;ssr;had;dialyse;bloc;imagerie;biologie;usld;telemed";
    private static final List<String> DEPARTMENTS = List.of("13", "21", "29", "31", "33", "38", "44", "59", "67", "75");
    private static final List<String> CATEGORIES = List.of("101", "355", "365", "500", "611");
    private static final List<String> CAUSES = List.of(
            "RANSOMWARE", "PHISHING", "ACCOUNT_COMPROMISE", "TELECOM_LOSS", "APPLICATION_FAULT", "PROVIDER_FAILURE");
    private static final List<String> SYSTEMS =
            List.of("HEALTH_RECORD", "PRESCRIPTION", "LABORATORY", "IMAGING", "MESSAGING", "ADMISSIONS", "NETWORK");
    private static final List<String> STORIES = List.of(
            "Depuis ce matin, les postes du service des urgences affichent un message réclamant une rançon. ",
            "Le lien avec l’hébergeur du dossier patient est coupé ; les prescriptions se font sur papier. ",
            "Plusieurs boîtes aux lettres envoient des courriels piégés à nos correspondants. ",
            "L’application du laboratoire ne rend plus les résultats depuis une mise à jour. ");

    private final SplittableRandom random = new SplittableRandom(20_261_122);
    private final List<String> structures;
    private final Instant now;

    Sample(int structures, Instant now) {
        this.structures = Stream.iterate(0, number -> number + 1)
                .limit(structures)
                .map(Sample::finess)
                .toList();
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A number of a range that the register does not use, with its key (Luhn). */
    private static String finess(int number) {
        var digits = DEPARTMENTS.get(number % DEPARTMENTS.size()) + "99%04d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 1 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** A file for {@code import structures}, in the survey's format (SAE). */
    String structureFile() {
        return structures.stream()
                .map(finess -> {
                    var department = finess.substring(0, 2);
                    var category = CATEGORIES.get(Integer.parseInt(finess.substring(4, 8)) % CATEGORIES.size());
                    return "%s;;ÉTABLISSEMENT D’ESSAI %s;%s;Public;%s;VILLE D’ESSAI;1 rue de l’Essai;%s000;;;;GEN;0;0;0;80;0;0;0;0;0;0;0;0;0;0"
                            .formatted(finess, finess, category, department, department);
                })
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    /** The body of a request. */
    String declaration(long number) {
        var care = random.nextInt(3);
        return """
                {"structure":"%s","name":"Essai %d","phone":"01 99 00 %02d %02d","outOfBand":"06 39 98 %02d %02d",\
                "foundAt":"%s","zone":"Europe/Paris","description":"%sAppel %d : %s","care":"%s","endangerment":"%s",\
                "state":"%s","origin":"%s","causes":["%s"],"systems":["%s","%s"],"reach":"SEVERAL_SERVERS","perimeter":"ONE_SITE",\
                "dataKinds":["HEALTH","OTHER_PERSONAL"],"dataEffects":["UNAVAILABLE"],"helpWanted":%b}""".formatted(
                        of(structures),
                        number,
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextInt(100),
                        now.minusSeconds(60L + random.nextInt(200_000)),
                        of(STORIES),
                        number,
                        of(STORIES).repeat(1 + random.nextInt(3)).strip(),
                        List.of("NONE", "DEGRADED", "INTERRUPTED").get(care),
                        care == 0 ? "NONE" : "POTENTIAL",
                        random.nextBoolean() ? "ONGOING" : "NOT_DIAGNOSED",
                        random.nextBoolean() ? "MALICIOUS" : "UNKNOWN",
                        of(CAUSES),
                        SYSTEMS.get(random.nextInt(3)),
                        SYSTEMS.get(3 + random.nextInt(4)),
                        random.nextInt(4) == 0);
    }

    private String of(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
