package org.beffroi.incident.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was called, and who answers, for machines. */
@BeffroiTest
class CallApiTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Caller analyst = Caller.guest("");
    private UUID incident = new UUID(0, 0);
    private String at = "";

    @BeforeEach
    void somethingIsDeclared() {
        House.of(context);
        analyst = as("analyst");
        var receipt = context.getBean(Declarations.class)
                .submit(
                        Submission.now(
                                Village.enough(House.VALLEBRUNE).with("care", "NONE"),
                                "WEB",
                                UUID.randomUUID().toString()),
                        Viewer.guest());
        incident = context.getBean(IncidentWork.class).openFor(receipt.declaration());
        at = "/api/v1/incidents/" + receipt.reference() + "/calls";
    }

    private Caller as(String who) {
        return Caller.signedIn("http://127.0.0.1:" + port, House.email(who));
    }

    private static JsonNode json(Caller who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void whereNobodyWasCalledThereIsNothingToAnswer() {
        assertThat(json(analyst, at).isEmpty()).isTrue();
        var answer = analyst.send("PUT", at + "/answer", Caller.JSON, "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nobody was called");
        assertThat(analyst.get("/api/v1/incidents/BEF-1999-000001-A/calls").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoComesAfterAColleagueChangesNothing() {
        var jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("""
                        with one as (insert into incident.call (id, world, shown_only, began_at, step, ended_at, ended, ended_by_name)
                            values (gen_random_uuid(), 'national', false, now(), 1, now(), 'ANSWERED', 'Marc Delorme') returning id),
                        step as (insert into incident.call_step (id, call_id, step, account_id, name, at)
                            select gen_random_uuid(), id, 1, gen_random_uuid(), 'Marc Delorme', now() from one)
                        insert into incident.call_incident (call_id, incident_id, at) select id, :incident, now() from one
                        """).param("incident", incident).update();
        assertThat(analyst.send("PUT", at + "/answer", Caller.JSON, "", Map.of())
                        .statusCode())
                .isEqualTo(200);
        var call = json(analyst, at).get(0);
        assertThat(call.at("/ended/how").asString()).isEqualTo("ANSWERED");
        assertThat(call.at("/ended/by").asString()).isEqualTo("Marc Delorme");
        assertThat(call.at("/steps/0/names/0").asString()).isEqualTo("Marc Delorme");
        assertThat(call.get("incidents").asInt()).isEqualTo(1);
    }

    @Test
    void machinesReadWhoAnswersNow() {
        var now = json(analyst, "/api/v1/rota/now");
        assertThat(now.at("/shift/slot").asString()).matches("\\d{4}-\\d\\d-\\d\\d/(DAY|NIGHT)");
        assertThat(now.get("people").isArray()).isTrue();
        assertThat(json(analyst, "/api/v1/calls").isArray()).isTrue();
        assertThat(json(analyst, "/api/v1/rota/mine").isArray()).isTrue();
    }

    @Test
    void nobodyButTheDeskReadsOfIt() {
        for (var who : new String[] {"declarant", "agency"}) {
            var other = as(who);
            for (var path :
                    new String[] {at, "/api/v1/calls", "/api/v1/rota", "/api/v1/rota/now", "/api/v1/rota/mine"}) {
                assertThat(other.get(path).statusCode()).as(who + " " + path).isIn(403, 404);
            }
        }
    }
}
