package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Finess;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.Command;
import org.beffroi.shared.Fact;
import org.beffroi.shared.SettableClock;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Makes the published years happen: of each generated fact the deed that people would have done, by the services that they use, at its
 * time. What the journal then holds was written by the application.
 */
final class PublishedDeclarations {
    private static final Viewer DESK = Viewer.system("Desk");
    private static final Map<String, String> CATEGORIES =
            Map.of("ES", "355", "EHPAD", "500", "LBM", "611", "RADIOTHERAPY", "X_RADIOTHERAPY", "OTHER", "124");

    private static final String HEADER = "finess_et;finess_ej;raison_sociale;categorie_code;categorie_libelle;statut;"
            + "categorie_sae;region_code;region;departement;commune_insee;commune;adresse;code_postal;siret;lat;lon;"
            + "source_coord;urgences;urgences_passages_2023;smur;samu;lits_mco;lits_rea;psy;ssr;had;dialyse;bloc;imagerie;"
            + "biologie;usld;telemed\n";

    private final Declarations declarations;
    private final IncidentWork work;
    private final Directory directory;
    private final Taxonomy taxonomy;
    private final List<Command> commands;
    private final Map<UUID, String> finess = new HashMap<>();
    private final Map<UUID, UUID> declared = new HashMap<>();
    private final Map<UUID, UUID> opened = new HashMap<>();
    private @Nullable UUID unverified;

    PublishedDeclarations(ApplicationContext context) {
        declarations = context.getBean(Declarations.class);
        work = context.getBean(IncidentWork.class);
        directory = context.getBean(Directory.class);
        taxonomy = context.getBean(Taxonomy.class);
        commands = List.copyOf(context.getBeansOfType(Command.class).values());
    }

    /** Enters the structures that the facts are about, as the FINESS register would tell of them. */
    void structures(List<Fact> facts, Path folder) throws Exception {
        var csv = new StringBuilder(HEADER);
        for (var fact : facts) {
            var site = fact.subjects().get("structure");
            if (site != null && !finess.containsKey(site)) {
                var number = Finess.withKey("99%06d".formatted(500_000 + finess.size()));
                finess.put(site, number.value());
                var category = Objects.requireNonNull(CATEGORIES.get(said(fact, "group")));
                var region = Objects.requireNonNull(said(fact, "region"));
                csv.append("%s;;CH %s;%s;;;;%s;;%s;;VILLE"
                                .formatted(number, number, category, region, department(region)))
                        .append(";".repeat(21))
                        .append('\n');
            }
        }
        var file = Files.writeString(folder.resolve("structures.csv"), csv);
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (var command : commands) {
            if (command.name().equals("import structures")) {
                assertThat(command.run(List.of(file.toString()), quiet)).isZero();
            }
        }
    }

    private String department(String region) {
        return taxonomy.vocabulary("department").terms().stream()
                .filter(term -> region.equals(term.attribute("region")))
                .findFirst()
                .orElseThrow()
                .code();
    }

    int structures() {
        return finess.size();
    }

    int declared() {
        return declared.size();
    }

    void happen(Fact fact) {
        SettableClock.at(fact.happenedAt(), () -> {
            switch (fact.type()) {
                case "declaration.received" -> declare(fact);
                case "declaration.verified" -> declarations.verify(declaration(fact), How.CALLED_BACK, DESK);
                case "incident.opened" -> opened.put(subject(fact, "incident"), work.openFor(declaration(fact)));
                case "incident.declaration-joined" -> join(declaration(fact));
                case "incident.triaged" -> triage(fact);
                case "incident.closed" -> close(fact);
                default -> throw new IllegalArgumentException(fact.type());
            }
        });
    }

    private static UUID subject(Fact fact, String kind) {
        return Objects.requireNonNull(fact.subjects().get(kind));
    }

    private static @Nullable String said(Fact fact, String name) {
        return fact.data().get(name) instanceof String code ? code : null;
    }

    private UUID declaration(Fact fact) {
        return Objects.requireNonNull(declared.get(subject(fact, "declaration")));
    }

    private UUID incident(Fact fact) {
        return Objects.requireNonNull(opened.get(subject(fact, "incident")));
    }

    private void declare(Fact fact) {
        var number = Objects.requireNonNull(finess.get(subject(fact, "structure")));
        var answers = Answers.NONE
                .with("structure", number)
                .with("name", "Claire Vasseur")
                .with("phone", "06 12 34 56 78")
                .with("description", "Plus aucun poste n’ouvre le dossier patient.")
                .with("causes", fact.codes("causes").toArray(String[]::new))
                .with("dataEffects", fact.codes("dataEffects").toArray(String[]::new))
                .with("helpWanted", Boolean.TRUE.equals(fact.data().get("helpWanted")) ? "true" : "");
        for (var question : List.of("foundAt", "care", "endangerment", "state", "origin")) {
            answers = answers.with(question, Objects.requireNonNull(said(fact, question)));
        }
        var key = subject(fact, "declaration");
        var submission = new Submission(answers, "WEB", fact.world(), null, key.toString(), null);
        var verified = Boolean.TRUE.equals(fact.data().get("verified"));
        var receipt = declarations.submit(submission, verified ? declarant(number) : Viewer.guest());
        assertThat(receipt.verified()).isEqualTo(verified);
        declared.put(key, receipt.declaration());
    }

    private Viewer declarant(String number) {
        var site = directory.byFiness(number).orElseThrow();
        var role = Set.of(Role.DECLARANT);
        return new Viewer(UUID.randomUUID(), site.name(), role, Scope.structures(Set.of(site.id())));
    }

    /** Nobody verified them: what joins them counts no more than they do. */
    private void join(UUID declaration) {
        if (unverified == null) {
            unverified = declaration;
        } else {
            work.join(work.openFor(unverified), declaration, DESK);
        }
    }

    private void triage(Fact fact) {
        work.triage(
                incident(fact),
                new Assessment(
                        true,
                        false,
                        null,
                        null,
                        fact.codes("causes"),
                        said(fact, "origin"),
                        null,
                        said(fact, "endangerment"),
                        null),
                DESK);
    }

    private void close(Fact fact) {
        var outcome = Objects.requireNonNull(said(fact, "outcome"));
        var entryPoint = said(fact, "entryPoint");
        if (outcome.equals("RESOLVED")) {
            work.resolve(incident(fact), fact.happenedAt(), DESK);
        }
        // What was merged is closed already.
        if (!outcome.equals("DUPLICATE")) {
            var reason = "NOT_FOUND".equals(entryPoint) ? "NO_TIME" : null;
            work.close(incident(fact), new Conclusion(outcome, entryPoint, null, reason), DESK);
        }
    }
}
