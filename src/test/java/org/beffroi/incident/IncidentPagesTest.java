package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BeffroiTest
class IncidentPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private String analyst = "";

    @BeforeEach
    void signIn() {
        analyst = token(Role.ANALYST, null);
    }

    @Test
    void leadsFromTheQueueToTheIncident() {
        var receipt = declared("Hôpital <b>test</b>");
        assertThat(get("/incidents?q=" + receipt.reference(), analyst).body())
                .contains(
                        "Hôpital &lt;b&gt;test&lt;/b&gt;",
                        "À rappeler",
                        "verified=false",
                        "Soins interrompus",
                        "/incidents/" + receipt.reference());
        var page = get("/incidents/" + receipt.reference(), analyst).body();
        assertThat(page)
                .contains(
                        "Plus aucun poste",
                        "Non vérifiée",
                        "06\u00a039\u00a098\u00a012\u00a034",
                        "Qualifier l’incident");
        assertThat(get("/incidents/" + receipt.reference() + "?lang=en", analyst)
                        .body())
                .contains("Triage this incident");
    }

    @Test
    void leadsFromANumberAsTypedToThePage() {
        var receipt = declared("Clinique");
        var typed = receipt.reference().toString().replace("-", "");
        var answer = get("/incidents/" + typed, analyst);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(receipt.reference().toString());
    }

    @Test
    void showsAllFaultsAndKeepsWhatWasTyped() {
        var receipt = declared("Clinique");
        var answer = form(
                "/incidents/" + receipt.reference() + "/triage",
                "inScope=true&major=true&origin=NON_MALICIOUS&causes=RANSOMWARE&grade=NOBLE&severity=S3");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#f-grade\"", "href=\"#f-causes\"")
                .containsPattern("value=\"S3\"\\s+selected");
    }

    @Test
    void leadsToTheTriageThatAClosureLacks() {
        var receipt = declared("Clinique");
        var answer = form("/incidents/" + receipt.reference() + "/closure", "outcome=UNRESOLVED");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("<p><a href=\"#triage\">");
    }

    @Test
    void tellsAnEmptyViewFromASearchThatFindsNothing() {
        assertThat(get("/incidents?view=mine&q=zzzz", analyst).body())
                .contains("Rien dans cette vue ne correspond", "href=\"/incidents?view=mine");
        assertThat(get("/incidents?view=mine", analyst).body())
                .contains("Vous ne suivez aucun incident")
                .doesNotContain("Rien dans cette vue");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFaster() {
        var receipt = declared("Clinique");
        var page = "/incidents/" + receipt.reference();
        form(page + "/assignment", "version=0");
        var answer = form(page + "/triage", "version=0&inScope=true&major=false&severity=S3");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("entre-temps", "name=\"version\" value=\"1\"")
                .containsPattern("value=\"S3\"\\s+selected");
    }

    @Test
    void answersARefusalAccordingToItsKind() {
        var receipt = declared("Clinique");
        var withoutIncident = declared("Registre");
        jdbc.sql("delete from incident.incident_declaration where declaration_id = ?")
                .param(withoutIncident.declaration())
                .update();
        var joins = "/incidents/" + receipt.reference() + "/declarations";
        assertThat(form(joins, "declaration=" + withoutIncident.reference()).statusCode())
                .isEqualTo(404);
        assertThat(form(joins, "declaration=" + receipt.reference()).statusCode())
                .isEqualTo(409);
        assertThat(form(joins, "declaration=BEF").statusCode()).isEqualTo(422);
    }

    @Test
    void offersTheDesksPeopleToHandOverTo() {
        var name = "Claire <i>" + UUID.randomUUID();
        var email = open(name, Role.ANALYST);
        var administrator = open("Root", Role.ADMIN);
        var page = "/incidents/" + declared("Clinique").reference();
        assertThat(get(page, analyst).body())
                .contains("<option value=\"" + email + "\">" + name.replace("<i>", "&lt;i&gt;"))
                .doesNotContain(administrator);
        assertThat(form(page + "/assignment", "assignee=").body()).contains("href=\"#f-assignee\"");
        assertThat(form(page + "/assignment", "assignee=" + email).statusCode()).isEqualTo(302);
        assertThat(get(page, analyst).body()).contains("Suivi par " + name.replace("<i>", "&lt;i&gt;"));
    }

    @Test
    void treatsAnIncidentByTheApiFromEndToEnd() {
        var receipt = declared("Clinique");
        var at = "/api/v1/incidents/" + receipt.reference();
        assertThat(get(at, analyst).body()).contains("\"status\":\"WAITING\"", "\"CARE_INTERRUPTED\"", "\"TAKE\"");
        assertThat(json(at + "/assignment", "{}").body()).contains("\"status\":\"IN_HAND\"");
        assertThat(json(at + "/assignment", "{}").statusCode()).isEqualTo(409);
        assertThat(json(at + "/triage", "{\"major\":true}").body())
                .contains("/problems/invalid", "\"field\":\"inScope\"");
        json(at + "/triage", "{\"inScope\":true,\"major\":true,\"origin\":\"MALICIOUS\",\"causes\":[\"RANSOMWARE\"]}");
        assertThat(json(at + "/notes", "{\"text\":\"Called back\"}").body()).contains("Called back");
        assertThat(json(at + "/resolution", "{\"resolvedAt\":\"yesterday\"}").statusCode())
                .isEqualTo(422);
        assertThat(json(at + "/resolution", "{\"resolvedAt\":\"2026-03-02T06:00:00Z\"}")
                        .body())
                .contains("\"status\":\"RESOLVED\"");
        assertThat(json(at + "/closure", "{\"outcome\":\"RESOLVED\"}").body()).contains("\"field\":\"entryPoint\"");
        assertThat(json(
                                at + "/closure",
                                "{\"outcome\":\"RESOLVED\",\"entryPoint\":\"NOT_FOUND\",\"entryPointUnknownReason\":\"NO_TIME\"}")
                        .body())
                .contains("\"status\":\"CLOSED\"", "\"REOPEN\"");
        assertThat(json(at + "/reopening", "{\"reason\":\"Again\"}").body()).contains("\"REOPENED\"");
    }

    @Test
    void remembersWhoReadAndWhoChanged() {
        var receipt = declared("Clinique");
        get("/incidents/" + receipt.reference(), analyst);
        form("/incidents/" + receipt.reference() + "/assignment", "version=0");
        var trail = jdbc.sql(
                        "select action from access.audit_trail where subject_id ="
                                + " (select incident_id from incident.incident_declaration where declaration_id = ?) order by id")
                .param(receipt.declaration())
                .query(String.class)
                .list();
        assertThat(trail).containsExactly("incident.read", "incident.take");
    }

    @Test
    void joinsADeclarationByItsNumber() {
        var receipt = declared("Clinique");
        var other = declared("Laboratoire");
        var at = "/api/v1/incidents/" + receipt.reference() + "/declarations";
        assertThat(json(at, "{\"declaration\":\"BEF-2026-000001-A\"}").body()).contains("\"field\":\"declaration\"");
        assertThat(json(at, "{\"declaration\":\"" + other.reference() + "\"}").body())
                .contains(other.reference().toString(), "Laboratoire");
        assertThat(get("/incidents/" + other.reference(), analyst).headers().firstValue("Location"))
                .hasValueSatisfying(
                        place -> assertThat(place).endsWith(receipt.reference() + "?asked=" + other.reference()));
        assertThat(get("/incidents/" + receipt.reference() + "?asked=" + other.reference(), analyst)
                        .body())
                .contains(other.reference() + " se poursuit ici, dans " + receipt.reference());
        assertThat(get("/api/v1/incidents/" + other.reference(), analyst).body())
                .contains("\"reference\":\"" + receipt.reference() + "\"");
    }

    @Test
    void shutsTheDoorToAllOthers() {
        var page = "/incidents/" + declared("Clinique").reference();
        assertThat(get("/api/v1" + page, token(Role.DECLARANT, null)).statusCode())
                .isIn(401, 403);
        assertThat(get("/api/v1" + page, token(Role.OBSERVATORY, null)).statusCode())
                .isIn(401, 403);
        assertThat(get(page, token(Role.AGENCY, "53")).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1" + page, token(Role.AGENCY, "53")).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/incidents?view=all", analyst).statusCode()).isEqualTo(422);
    }

    private String open(String name, Role role) {
        var email = UUID.randomUUID() + "@example.org";
        accounts.open(
                new Accounts.Opening(email, name, "long enough to pass", Set.of(role), null, Set.of()),
                Viewer.system("test"));
        return email;
    }

    private Receipt declared(String structure) {
        var receipt = declarations.submit(
                Submission.now(answers(structure), "WEB", UUID.randomUUID().toString()), Viewer.guest());
        work.openFor(receipt.declaration());
        return receipt;
    }

    private static Answers answers(String structure) {
        return Answers.NONE
                .with("structure", structure)
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("foundAt", "2026-03-01T03:10:00Z")
                .with("description", "Plus aucun poste n’ouvre le dossier patient.")
                .with("care", "INTERRUPTED")
                .with("origin", "MALICIOUS")
                .with("systems", "HEALTH_RECORD");
    }

    private String token(Role role, @Nullable String region) {
        return tokens.make(
                new ApiTokens.Grant("test", role, region, Set.of(), Duration.ofDays(1)), Viewer.system("test"));
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    private HttpResponse<String> json(String path, String body) {
        return post(path, "application/json", body);
    }

    private HttpResponse<String> form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path, analyst)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
