package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two structures in one incident, with an internal note. Whatever way a structure's messages take, none brings the note, the analyst's
 * name, or anything of the other structure; and a mail not even its own message.
 */
@BeffroiTest
class NothingInternalLeaksTest {
    private static final String NOTE = "zznotiz-5581";
    private static final String SEEN = "7712aa55e0c1f2b3a4958677885a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2";
    private static final String OURS = "zzunser-2214";
    private static final String THEIRS = "zzihres-9903";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    MailPost post;

    @Autowired
    Postman postman;

    private String address = "";
    private Caller analyst = Caller.guest("");
    private Receipt ours;
    private Receipt theirs;

    @BeforeEach
    void twoStructuresInOneIncident() {
        // What other tests left for the same mailbox would be told of in one with ours.
        postman.deliverDue(Way.MAIL);
        address = "http://127.0.0.1:" + port;
        var desk = House.of(context).viewer("analyst");
        analyst = Caller.signedIn(address, House.email("analyst"));
        ours = declares(House.VALLEBRUNE, "Nadia Perrin", "nadia@dehors.example");
        theirs = declares(House.MONT_ALAOUI, "Luc Amiel", "luc@ailleurs.example");
        var incident = work.openFor(ours.declaration());
        work.openFor(theirs.declaration());
        declarations.verify(ours.declaration(), How.CALLED_BACK, desk);
        declarations.verify(theirs.declaration(), How.CALLED_BACK, desk);
        work.note(incident, NOTE, desk);
        var joined = analyst.post(
                "/api/v1/incidents/" + ours.reference() + "/declarations",
                Caller.JSON,
                "{\"declaration\": \"%s\", \"because\": \"%s\"}".formatted(theirs.reference(), NOTE));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        var seen = Caller.form(Map.of("observables", SEEN, "tlp", "RED"));
        assertThat(analyst.post("/incidents/" + ours.reference() + "/observables", Caller.FORM, seen)
                        .statusCode())
                .isEqualTo(302);
        handsIn(analyst, "/api/v1/incidents/" + ours.reference(), NOTE);
        handsIn(Caller.guest(address), "/api/v1/follow/" + theirs.followToken(), THEIRS);
        writes(ours, OURS);
        writes(theirs, THEIRS);
        guest("/follow/" + theirs.followToken(), THEIRS + " too");
    }

    /** A file, with its name. */
    private static void handsIn(Caller who, String at, String name) {
        var named = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var announced = who.post(
                at + "/evidence",
                Caller.JSON,
                "",
                Map.of("Upload-Length", "1", "Upload-Metadata", "filename " + named + ",words " + named));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
    }

    private Receipt declares(String finess, String name, String outOfBand) {
        var answers = Answers.NONE
                .with("structure", finess)
                .with("name", name)
                .with("phone", "06 12 34 56 78")
                .with("outOfBand", outOfBand)
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        return declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
    }

    private void writes(Receipt to, String text) {
        var body = Caller.form(Map.of(
                "text", text, "confirmed", "true", "key", UUID.randomUUID().toString()));
        assertThat(analyst.post("/incidents/" + to.reference() + "/messages", Caller.FORM, body)
                        .statusCode())
                .isEqualTo(302);
    }

    private void guest(String link, String text) {
        var body = Caller.form(Map.of("text", text, "key", UUID.randomUUID().toString()));
        assertThat(Caller.guest(address)
                        .post(link + "/messages", Caller.FORM, body)
                        .statusCode())
                .isEqualTo(302);
    }

    /** The same words in a PDF are made of the same record: {@code ReportsTest} reads both. */
    @Test
    void noPaperBringsIt() {
        var declarant = Caller.signedIn(address, House.email("declarant"));
        for (var paper : List.of(
                Caller.guest(address).get("/api/v1/follow/" + ours.followToken() + "/report?as=md"),
                declarant.get("/api/v1/declarations/" + ours.reference() + "/report?as=md"))) {
            assertThat(paper.statusCode()).isEqualTo(200);
            assertThat(paper.body())
                    .contains(OURS)
                    .doesNotContain(NOTE, THEIRS, SEEN, "Claire Vasseur", "MONT ALAOUI", "Luc Amiel")
                    .doesNotContain(theirs.reference().toString(), "luc@ailleurs.example");
        }
    }

    @Test
    void noPageAndNoCallBringsIt() {
        var link = "/follow/" + ours.followToken();
        var own = "/declarations/" + ours.reference();
        var guest = Caller.guest(address);
        var declarant = Caller.signedIn(address, House.email("declarant"));
        var answers = Stream.of(
                        Stream.of(link + "/messages", "/api/v1" + link + "/messages")
                                .map(guest::get),
                        Stream.of(own + "/messages", "/api/v1" + own + "/messages")
                                .map(declarant::get))
                .flatMap(all -> all)
                .toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(OURS);
        });
        var panels = List.of(guest.get(link), declarant.get(own));
        assertThat(Stream.concat(answers.stream(), panels.stream()))
                .allSatisfy(answer -> assertThat(answer.body())
                        .doesNotContain(NOTE, THEIRS, "Claire Vasseur", "MONT-ALAOUI", "MONT ALAOUI", "Luc Amiel")
                        .doesNotContain(theirs.reference().toString(), "luc@ailleurs.example"));
    }

    /** Every page and every call that the structure's people may make, with whatever they may ask there. */
    @Test
    void noAddressOfTheirsBringsIt() {
        var values = Map.of(
                "reference",
                ours.reference().toString(),
                "token",
                String.valueOf(ours.followToken()),
                "key",
                House.VALLEBRUNE,
                "id",
                ours.declaration().toString(),
                "version",
                "1",
                "year",
                "2026");
        var read = new TreeSet<String>();
        for (var who : List.of(Caller.guest(address), Caller.signedIn(address, House.email("declarant")))) {
            for (var route : Routes.ours(context)) {
                if (!route.method().equals("GET") || !route.openTo(Set.of(Role.DECLARANT))) {
                    continue;
                }
                if (showsOwn(who, route, route.with(values))) {
                    read.add(route.pattern());
                }
            }
        }
        assertThat(read)
                .as("where they read of their own")
                .contains(
                        "/follow/{token}",
                        "/follow/{token}/messages",
                        "/declarations",
                        "/declarations/{reference}",
                        "/declarations/{reference}/messages",
                        "/api/v1/declarations/{reference}",
                        "/api/v1/declarations/{reference}/obligations");
    }

    /** With whatever may be asked there; not the analyst’s name: elsewhere in the village somebody declares who bears it. */
    private boolean showsOwn(Caller who, Route route, String path) {
        var own = false;
        for (var query : List.of("", "?q=" + SEEN, "?q=" + THEIRS, "?received", "?limit=500")) {
            var body = who.get(path + query).body();
            // What was typed comes back, and nothing else.
            assertThat(List.of(NOTE, THEIRS, SEEN, "Luc Amiel", "luc@ailleurs.example"))
                    .as("%s%s", route, query)
                    .noneMatch(one -> body.contains(one) && !query.contains(one));
            assertThat(body)
                    .as("%s%s", route, query)
                    .doesNotContain(theirs.reference().toString());
            own |= body.contains(ours.reference().toString());
        }
        return own;
    }

    /** What is looked for is there: the desk sees it, in the other conversation. */
    @Test
    void theDeskSeesWhatTheStructureDoesNot() {
        assertThat(analyst.get("/incidents/" + ours.reference()).body())
                .contains(NOTE, SEEN, theirs.reference().toString());
        assertThat(analyst.get("/incidents/" + theirs.reference() + "/messages").body())
                .contains(THEIRS, "Claire Vasseur", "Luc Amiel", "MONT")
                .doesNotContain(NOTE, OURS);
    }

    @Test
    void aMailSaysThatThereIsAMessageAndNothingElse() {
        postman.deliverDue(Way.MAIL);
        var mails = ((KeptPost) post)
                .mails().stream()
                        .filter(mail -> mail.text().contains(ours.reference().toString()))
                        .toList();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("nadia@dehors.example");
            assertThat(mail.subject()).contains(ours.reference().toString());
            assertThat(mail.toString())
                    .doesNotContain(NOTE, OURS, THEIRS, "Claire Vasseur", "Nadia", "VALLEBRUNE", "http", "/follow/")
                    .doesNotContain(
                            String.valueOf(ours.followToken()),
                            theirs.reference().toString());
            assertThat(mail.text()).contains("Le centre vous a écrit", "The desk has written to you", "09 72 43 91 25");
        });
        assertThat(analyst.get("/incidents/" + ours.reference() + "/messages").body())
                .contains("No e-mail is sent: no mail server is set up here.");
    }
}
