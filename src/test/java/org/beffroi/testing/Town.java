package org.beffroi.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.PublicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What happens in the village, by the same services as the pages: quick to set up what a test then looks at. */
public final class Town {
    private static final Assessment GRAVE = new Assessment(
            true, true, "GRAVE", null, List.of("RANSOMWARE"), "MALICIOUS", "S3", "POTENTIAL", "DEGRADED");
    private static final Conclusion FOUND = new Conclusion("RESOLVED", "FOUND", "EMAIL", null);
    private static final List<String> IN_WORDS =
            List.of("description", "endangermentDescription", "providerName", "outOfBand", "toldDetails");

    private final Declarations declarations;
    private final DeclarationDesk links;
    private final Rehearsals rehearsals;
    private final JdbcClient jdbc;
    private final IncidentWork work;
    private final Clock clock;
    private final Viewer analyst;

    public Town(ApplicationContext context) {
        this.declarations = context.getBean(Declarations.class);
        this.links = context.getBean(DeclarationDesk.class);
        this.rehearsals = context.getBean(Rehearsals.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.work = context.getBean(IncidentWork.class);
        this.clock = context.getBean(Clock.class);
        this.analyst = House.of(context).viewer("analyst");
    }

    /** @param token of the guest's follow-up link */
    public record Declared(UUID declaration, UUID incident, String reference, String token) {
        static Declared of(Receipt receipt, UUID incident) {
            return new Declared(
                    receipt.declaration(),
                    incident,
                    receipt.reference().toString(),
                    String.valueOf(receipt.followToken()));
        }
    }

    /** A guest says everything that can be said in words; the desk's incident is open when this returns. */
    public Declared declares(String finess, String name, String words) {
        var answers = Answers.NONE
                .with("structure", finess)
                .with("name", name)
                .with("phone", "06 12 34 56 78")
                .with("foundAt", clock.instant().minusSeconds(3600).toString())
                .with("care", "DEGRADED")
                .with("endangerment", "POTENTIAL")
                .with("helpWanted", "true")
                .with("origin", "MALICIOUS");
        for (var question : IN_WORDS) {
            answers = answers.with(question, words);
        }
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        return Declared.of(receipt, work.openFor(receipt.declaration()));
    }

    /** @return the incident's own reference; it is open when this returns */
    public String incidentOf(String declaration) {
        var id = declarations
                .find(PublicReference.parse(declaration).orElseThrow(), analyst)
                .orElseThrow();
        work.openFor(id);
        return declaration;
    }

    /** By the secret link: a second version, in other words. */
    public void completes(Declared declared, String words) {
        var known = links.followed(declared.token());
        links.amendByLink(
                declared.token(),
                known.answers().with("description", words).with("care", "INTERRUPTED"),
                known.versions());
    }

    /** Verified, taken, judged, with a note. */
    public void treats(Declared declared, String note) {
        declarations.verify(declared.declaration(), How.CALLED_BACK, analyst);
        work.take(declared.incident(), analyst);
        work.triage(declared.incident(), GRAVE, analyst);
        work.note(declared.incident(), note, analyst);
    }

    /** Another night, which was none. @return {@code rehearsal} its identifier, its {@code code}, and {@code rehearsed} a guest's link */
    public Map<String, String> rehearses() {
        var rehearsal = rehearsals.open("Nuit sans dossier patient", 60, analyst);
        var words = Submission.now(
                Village.enough(House.VALLEBRUNE), "WEB", UUID.randomUUID().toString());
        var receipt = declarations.submit(words.in(rehearsal.world()), Viewer.guest());
        work.openFor(receipt.declaration());
        return Map.of(
                "rehearsal",
                rehearsal.id().toString(),
                "code",
                rehearsal.code(),
                "rehearsed",
                String.valueOf(receipt.followToken()));
    }

    /** The desk enters what was done, here and in another one. */
    public static void attacks(Declared declared, Declared other, Caller analyst) {
        for (var one : List.of(declared, other)) {
            analyst.post(
                    "/api/v1/incidents/" + one.reference() + "/techniques",
                    Caller.JSON,
                    "{\"technique\": \"T1566.001 T1486\", \"words\": \"Courriel au secrétariat\"}");
        }
    }

    /** A structure hands in a file by its link. */
    public static void handsIn(Declared declared, Caller analyst) {
        var announced = analyst.post(
                "/api/v1/follow/" + declared.token() + "/evidence",
                Caller.JSON,
                "",
                Map.of("Upload-Length", "3", "Upload-Metadata", "filename cHJveHkubG9n,words Sm91cm5hbA=="));
        var at = announced.headers().firstValue("Location").orElseThrow();
        analyst.send("PATCH", at, "application/offset+octet-stream", "log", Map.of("Upload-Offset", "0"));
    }

    /** Somebody was called for it one night, and answered; now somebody is called again, and has not. */
    public void wakes(Declared declared) {
        for (var ended : List.of("null, null, null", "at + interval '5 minutes', 'ANSWERED', 'Claire Vasseur'")) {
            jdbc.sql("""
                            with called as (
                                insert into incident.call (id, world, shown_only, began_at, step, ended_at, ended, ended_by_name)
                                select gen_random_uuid(), 'national', false, at, 1, %s
                                from (select timestamptz '2026-01-03 02:14+01' as at) night on conflict do nothing returning id, began_at),
                            whom as (insert into incident.call_step (id, call_id, step, account_id, name, at)
                                select gen_random_uuid(), id, 1, gen_random_uuid(), 'Claire Vasseur', began_at from called)
                            insert into incident.call_incident select id, :incident, began_at from called
                            """.formatted(ended))
                    .param("incident", declared.incident())
                    .update();
        }
    }

    /** @return the identifier of a mail that waits for the desk */
    public String receivesAMail() {
        return jdbc.sql("""
                        insert into correspondence.incoming
                            (id, message_id, sent_at, received_at, from_address, from_name, subject, text, dropped)
                        values (gen_random_uuid(), gen_random_uuid()::text, now(), now(), 'l.amiel@dehors.example', 'Luc Amiel',
                            'Panne totale', 'Plus aucun dossier ne s’ouvre.', array['disque.img'])
                        returning id::text
                        """).query(String.class).single();
    }

    /** @return a {@code mail} that waits for the desk, and a {@code webhook} that was sent a test */
    public Map<String, String> waits(Caller lead) {
        return Map.of("mail", receivesAMail(), "webhook", tellsAMachine(lead));
    }

    /** @return the identifier of a webhook that was sent a test */
    public static String tellsAMachine(Caller lead) {
        var made = lead.post(
                "/api/v1/messages/webhooks",
                Caller.JSON,
                "{\"name\": \"GRADeS de Bretagne, supervision\", \"address\": \"https://soc.example/beffroi\"}");
        var id = JsonMapper.shared().readTree(made.body()).get("id").asString();
        lead.post("/api/v1/messages/webhooks/" + id + "/test", Caller.JSON, "");
        return id;
    }

    public void closes(Declared declared) {
        work.resolve(declared.incident(), clock.instant(), analyst);
        work.close(declared.incident(), FOUND, analyst);
    }
}
