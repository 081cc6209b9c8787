package org.beffroi.incident.veris;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.directory.Directory;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes VERIS incidents through the services that a declaration made by hand goes through, from the structure to the closure. */
@Component
class VerisIntake {
    private static final Viewer IMPORT = Viewer.system("VERIS");

    private final Directory directory;
    private final Declarations declarations;
    private final IncidentWork work;
    private final Taxonomy taxonomy;
    private final TransactionTemplate transaction;

    VerisIntake(
            Directory directory,
            Declarations declarations,
            IncidentWork work,
            Taxonomy taxonomy,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.declarations = declarations;
        this.work = work;
        this.taxonomy = taxonomy;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes all of them or none: what was cut off is taken whole at the next run.
     *
     * @return how many were new; the others were here already
     */
    int take(List<VerisIncident> incidents, World world) {
        var fresh = transaction.execute(status -> (int)
                incidents.stream().filter(incident -> take(incident, world)).count());
        return Objects.requireNonNull(fresh);
    }

    private boolean take(VerisIncident veris, World world) {
        var source = world + ":" + veris.key();
        var receipt = declarations.submit(
                new Submission(
                        answers(veris, source), "IMPORT", world, veris.foundAt(), idempotencyKey(source), source),
                IMPORT);
        if (!receipt.repeated()) {
            treat(work.openFor(receipt.declaration()), veris);
        }
        return !receipt.repeated();
    }

    private void treat(UUID incident, VerisIncident veris) {
        work.triage(incident, assessment(veris), IMPORT);
        if (veris.outcome().equals("RESOLVED")) {
            // VERIS tells that it ended, and not when: no duration may come of it.
            work.resolve(incident, veris.foundAt(), IMPORT);
        }
        work.close(incident, conclusion(veris), IMPORT);
    }

    private Answers answers(VerisIncident veris, String source) {
        return Answers.NONE
                .with("structure", structure(veris, source))
                .with("description", description(veris, source))
                .with("zone", "UTC")
                .with("occurredAt", veris.occurredAt().toString())
                .with("origin", veris.origin())
                .with("causes", veris.causes().toArray(String[]::new))
                .with("systems", veris.systems().toArray(String[]::new))
                .with("dataKinds", veris.dataKinds().toArray(String[]::new))
                .with("dataEffects", veris.dataEffects().toArray(String[]::new));
    }

    /** An entry of its country's directory. Those of France are the FINESS register's: there the victim stays a name. */
    private String structure(VerisIncident veris, String source) {
        return veris.country().equals("FR")
                ? source
                : directory
                        .foreign(veris.country(), veris.region(), veris.category(), source, source)
                        .id()
                        .toString();
    }

    private static String description(VerisIncident veris, String source) {
        var known = switch (veris.precision()) {
            case YEARS -> veris.occurredOn().getYear() + ", no month";
            case MONTHS -> veris.occurredOn().toString().substring(0, 7) + ", no day";
            default -> veris.occurredOn().toString();
        };
        return "VERIS, %s. Date as known: %s.".formatted(source, known);
    }

    /** Of fixed length and plain characters, whatever the collection calls its incidents. */
    private static String idempotencyKey(String source) {
        return "veris-" + UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
    }

    private Assessment assessment(VerisIncident veris) {
        return new Assessment(
                !veris.outcome().equals("OUT_OF_SCOPE"),
                false,
                null,
                veris.rsit(),
                fitting(veris.causes(), veris.origin()),
                veris.origin(),
                null,
                null,
                null);
    }

    /** VERIS has attacks of which it names nothing but the error that came along: then no cause is judged, and what was declared stays. */
    private List<String> fitting(List<String> causes, String origin) {
        var vocabulary = taxonomy.vocabulary("cause");
        var fits = origin.equals("UNKNOWN")
                || causes.stream()
                        .anyMatch(
                                cause -> origin.equals(vocabulary.require(cause).attribute("origin")));
        return fits ? causes : List.of();
    }

    private static Conclusion conclusion(VerisIncident veris) {
        if (!veris.origin().equals("MALICIOUS")) {
            return Conclusion.of(veris.outcome());
        }
        return veris.entryPointKind() == null
                ? new Conclusion(veris.outcome(), "NOT_FOUND", null, "NOT_SAID")
                : new Conclusion(veris.outcome(), "FOUND", veris.entryPointKind(), null);
    }
}
