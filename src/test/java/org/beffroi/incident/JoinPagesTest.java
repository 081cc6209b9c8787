package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two incidents side by side, joined, and taken apart again, by the pages and by the API. */
@BeffroiTest
class JoinPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    private Caller analyst = Caller.guest("");
    private String into = "";
    private String from = "";

    @BeforeEach
    void twoIncidents() {
        House.of(context);
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        into = declared(House.VALLEBRUNE, "No workstation opens.").reference().toString();
        from = declared(House.MONT_ALAOUI, "The laboratory does not answer.")
                .reference()
                .toString();
    }

    @Test
    void showsBothSideBySideBeforeAnythingIsChanged() {
        var page = analyst.get("/incidents/" + into + "/joining?declaration=" + from);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Join these two incidents?",
                        "Join " + from + " to " + into,
                        "No workstation opens.",
                        "The laboratory does not answer.",
                        from + " lives on in " + into,
                        "name=\"otherVersion\"",
                        "The other way round");
        assertThat(analyst.get("/incidents/" + from).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEarly() {
        assertThat(analyst.get("/incidents/" + into + "/joining?declaration=nonsense")
                        .statusCode())
                .isEqualTo(422);
        assertThat(analyst.get("/incidents/" + into + "/joining").body()).contains("href=\"#f-declaration\"");
        var itself = analyst.get("/incidents/" + into + "/joining?declaration=" + into);
        assertThat(itself.statusCode()).isEqualTo(409);
        assertThat(itself.body()).contains("already belongs to this incident").doesNotContain("otherVersion");
        close(from);
        var closed = analyst.get("/incidents/" + into + "/joining?declaration=" + from);
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body()).contains("is closed").doesNotContain("otherVersion");
    }

    @Test
    void joinsAndTakesApartAgain() {
        assertThat(join().statusCode()).isEqualTo(302);
        var joined = analyst.get("/incidents/" + into).body();
        assertThat(joined).contains("2 declarations", "Same provider", "/incidents/" + into + "/splits");
        var wrong = post("/splits", Map.of("declaration", from, "because", " "));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-because\"", "id=\"f-because\"");
        assertThat(post("/splits", Map.of("declaration", from, "because", "Two providers"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(analyst.get("/incidents/" + from).statusCode()).isEqualTo(200);
        assertThat(analyst.get("/incidents/" + into).body()).contains("Two providers", "taken out again");
    }

    @Test
    void refusesWhatWasSeenUnderANumberThatHasMoved() {
        join();
        var late = analyst.post(
                "/incidents/" + from + "/reopening",
                Caller.FORM,
                Caller.form(Map.of("version", "1", "reason", "Late")));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has gone to another incident meanwhile");
    }

    @Test
    void doesTheSameByTheApi() {
        var at = "/api/v1/incidents/" + into;
        assertThat(analyst.get(at + "/joining?declaration=" + from).body())
                .contains("\"whole\":true", "\"moving\":[\"" + from + "\"]");
        assertThat(analyst.get(at + "/joining?declaration=" + into).body())
                .contains("\"refused\":\"incident.refused.joined-already\"");
        assertThat(json(at + "/declarations", "{\"declaration\":\"%s\",\"because\":\"Same\"}".formatted(from))
                        .body())
                .contains("\"SPLIT\"", "\"text\":\"Same\"");
        assertThat(json(at + "/splits", "{\"declaration\":\"%s\"}".formatted(from))
                        .body())
                .contains("\"field\":\"because\"");
        assertThat(json(at + "/splits", "{\"declaration\":\"%s\",\"because\":\"Two\"}".formatted(from))
                        .statusCode())
                .isEqualTo(200);
        assertThat(analyst.get("/api/v1/incidents/" + from).body()).contains("\"RETURNED\"");
    }

    private HttpResponse<String> join() {
        return post("/declarations", Map.of("declaration", from, "because", "Same provider"));
    }

    private HttpResponse<String> post(String deed, Map<String, String> fields) {
        return analyst.post("/incidents/" + into + deed, Caller.FORM, Caller.form(fields));
    }

    private HttpResponse<String> json(String path, String body) {
        return analyst.post(path, Caller.JSON, body);
    }

    private void close(String reference) {
        analyst.post(
                "/incidents/" + reference + "/closure", Caller.FORM, Caller.form(Map.of("outcome", "FALSE_ALARM")));
    }

    private Receipt declared(String finess, String words) {
        var answers = Village.enough(finess).with("description", words);
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        work.openFor(receipt.declaration());
        return receipt;
    }
}
