package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.World;
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
import tools.jackson.databind.json.JsonMapper;

/** What is ticked in the queue is answered at once. */
@BeffroiTest
class ManyAnswerTest {
    private static final int MANY = 300;
    private static final int VERIFIED = 280;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    JdbcClient jdbc;

    private Caller analyst = Caller.guest("");
    private House house;

    @BeforeEach
    void signIn() {
        house = House.of(context);
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
    }

    private List<String> declare(World world, int how, int verified) {
        var references = new ArrayList<String>();
        for (int i = 0; i < how; i++) {
            var submission = Submission.now(
                    Village.enough(House.VALLEBRUNE), "WEB", UUID.randomUUID().toString());
            var receipt = declarations.submit(submission.in(world), Viewer.guest());
            work.openFor(receipt.declaration());
            if (i < verified) {
                declarations.verify(receipt.declaration(), How.CALLED_BACK, house.viewer("analyst"));
            }
            references.add(receipt.reference().toString());
        }
        return references;
    }

    private static String body(List<String> incidents, Map<String, String> fields) {
        var ticked = incidents.stream().map(one -> "incident=" + one).collect(Collectors.joining("&"));
        return ticked + "&" + Caller.form(fields);
    }

    private HttpResponse<String> queue(List<String> ticked, Map<String, String> fields) {
        assertThat(analyst.get("/incidents").body()).contains("formaction=\"/messages/many\"");
        return many(ticked, fields);
    }

    private HttpResponse<String> many(List<String> incidents, Map<String, String> fields) {
        return analyst.post("/messages/many", Caller.FORM, body(incidents, fields));
    }

    private int messages(String words) {
        return jdbc.sql("select count(*) from correspondence.message where text like '%' || :words || '%'")
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    @Test
    void threeHundredTicksAreLookedAtConfirmedAndWrittenOnce() {
        var incidents = declare(new World("answered"), MANY, VERIFIED);
        var page = queue(incidents, Map.of("back", "view=open"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("To 280 structures of 300 incidents", "Also the 20", "The declarants will see this message.")
                .contains("/incidents?view=open");
        var words = "zzvague-" + UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        var asked = Map.of("text", "{greeting} " + words, "key", key, "expected", "280");
        var looked = many(incidents, with(asked, "look", "true"));
        assertThat(looked.body()).contains("Claire Vasseur", words);
        var unconfirmed = many(incidents, with(asked, "send", "true"));
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains(words, incidents.getLast());
        var confirmed = with(with(asked, "send", "true"), "confirmed", "true");
        var others = many(incidents.subList(0, 10), confirmed);
        assertThat(others.statusCode()).as("other structures than were seen").isEqualTo(409);
        assertThat(messages(words)).isZero();
        var sent = many(incidents, confirmed);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var again = many(incidents, confirmed);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(sent.headers().firstValue("Location"));
        Awaitility.await().untilAsserted(() -> assertThat(messages(words)).isEqualTo(VERIFIED));
        var report =
                analyst.get(sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", ""));
        assertThat(report.body()).contains("280", incidents.getFirst()).doesNotContain(incidents.getLast());
        assertThat(messages(words)).isEqualTo(VERIFIED);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new java.util.HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    @Test
    void allOfAViewIsMoreThanAPage() {
        declare(new World("answered-all"), 60, 60);
        var page = queue(List.of(), Map.of("all", "true", "back", "view=open&world=answered-all"));
        assertThat(page.body()).contains("To 60 structures of 60 incidents");
        var none = queue(List.of(), Map.of("all", "true", "back", "view=open&world=answered-all&kind=threat"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("No incident is ticked");
    }

    @Test
    void anOutlineFillsTheBoxAndMoreThanFiveHundredAreTooMany() {
        var incidents = declare(new World("answered-few"), 1, 1);
        var begun = many(incidents, Map.of("begin", "true", "outline", "received"));
        assertThat(begun.body()).containsPattern("<textarea[^>]*>\\{greeting}");
        var tooMany = many(java.util.Collections.nCopies(501, incidents.getFirst()), Map.of());
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("At most 500 incidents");
    }

    @Test
    void onlyTheDeskWrites() {
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        assertThat(agency.post("/messages/many", Caller.FORM, "incident=BEF-1").statusCode())
                .isEqualTo(403);
        assertThat(many(List.of("BEF-1"), Map.of()).statusCode()).isEqualTo(404);
        assertThat(analyst.get("/messages/many/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void machinesDoTheSame() {
        var incidents = declare(new World("answered-api"), 3, 2);
        var words = "zzapi-" + UUID.randomUUID();
        var body = "{\"incidents\": %s, \"message\": {\"text\": \"%s\", \"expected\": 2}}"
                .formatted(JsonMapper.shared().writeValueAsString(incidents), words);
        var plan = JsonMapper.shared()
                .readTree(
                        analyst.post("/api/v1/mailings/plan", Caller.JSON, body).body());
        assertThat(plan.at("/plan/structures").asInt()).isEqualTo(2);
        assertThat(plan.get("whom")).hasSize(2);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var sent = analyst.post("/api/v1/mailings", Caller.JSON, body, key);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        Awaitility.await().untilAsserted(() -> assertThat(messages(words)).isEqualTo(2));
        var id = JsonMapper.shared().readTree(sent.body()).get("id").asString();
        assertThat(analyst.get("/api/v1/mailings/" + id).body()).contains(words);
    }
}
