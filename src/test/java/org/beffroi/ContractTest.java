package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.testing.ApiContract;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.beffroi.testing.Town;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What the API sends is what {@code /api/openapi} says: nothing more, nothing else, every refusal among them. */
@BeffroiTest
@TestInstance(Lifecycle.PER_CLASS)
class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationContext context;
    private final String address;
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final ApiContract contract;
    private final Town town;

    ContractTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.contract = ApiContract.of(address);
        this.town = new Town(context);
    }

    @BeforeAll
    void somethingHappens() {
        var house = House.of(context);
        var declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        town.treats(declared, "Rappelés.");
        town.closes(declared);
        values.putAll(Map.of(
                "reference",
                declared.reference(),
                "token",
                declared.token(),
                "key",
                House.VALLEBRUNE,
                "id",
                new UUID(0, 0).toString(),
                "version",
                "1",
                "recipient",
                "ARS",
                "year",
                "2026"));
        callers.put("guest", Caller.guest(address));
        for (var role : Role.values()) {
            var grant = new ApiTokens.Grant(
                    role.name(),
                    role,
                    role == Role.AGENCY ? "84" : null,
                    role == Role.DECLARANT ? Set.of(house.id(House.VALLEBRUNE)) : Set.of(),
                    Duration.ofHours(1));
            var token = context.getBean(ApiTokens.class).make(grant, Viewer.system("test"));
            callers.put(role.name().toLowerCase(Locale.ROOT), Caller.machine(address, token));
        }
        callers.put("stranger", Caller.machine(address, "bef_unknown"));
    }

    private Stream<Route> routes() {
        return Routes.ours(context).stream().filter(route -> route.pattern().startsWith("/api/v1"));
    }

    @Test
    void theDescriptionIsSoundAndKnowsEveryRoute() {
        assertThat(contract.document().get("openapi").asString()).startsWith("3.1.");
        assertThat(contract.faultsOfItsOwn()).isEmpty();
        assertThat(contract.operations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        routes().map(Route::toString).toList());
        var names = new HashSet<String>();
        contract.operations().forEach((name, operation) -> {
            assertThat(names.add(operation.get("operationId").asString()))
                    .as(name)
                    .isTrue();
            assertThat(operation.get("responses").propertyNames())
                    .as(name)
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("400", "401", "500", "503")
                    .doesNotContain("default");
            assertThat(name.split("\\{", -1).length - 1)
                    .as(name)
                    .isEqualTo(operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.get("in").asString().equals("path"))
                            .count());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerFits() {
        return routes().map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
            var faults = new ArrayList<String>();
            callers.forEach((name, caller) -> {
                look(
                        faults,
                        name,
                        route,
                        caller.send(route.method(), route.with(values), Caller.JSON, body(route), Map.of()));
                look(
                        faults,
                        name,
                        route,
                        caller.send(route.method(), nowhere(route), Caller.JSON, body(route), Map.of()));
            });
            if (!route.method().equals("GET")) {
                var lead = caller("lead");
                var path = route.with(values);
                look(faults, "unreadable", route, lead.send(route.method(), path, Caller.JSON, "{\"", Map.of()));
            }
            assertThat(faults).isEmpty();
        }));
    }

    private void look(List<String> faults, String who, Route route, HttpResponse<String> answer) {
        contract.faults(route.method(), route.pattern(), answer).forEach(fault -> faults.add(who + ": " + fault));
        if (answer.statusCode() >= 400) {
            var problem = JSON.readTree(answer.body());
            assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
            assertThat(problem.get("title").asString()).isNotBlank();
            assertThat(problem.get("detail").asString()).isNotBlank();
        }
    }

    private Caller caller(String who) {
        return Objects.requireNonNull(callers.get(who), who);
    }

    private static String nowhere(Route route) {
        return route.with(Map.of(
                "reference",
                "nowhere",
                "token",
                "nowhere",
                "key",
                "nowhere",
                "id",
                "nowhere",
                "version",
                "nowhere",
                "playbook",
                "nowhere",
                "recipient",
                "nowhere",
                "year",
                "nowhere"));
    }

    /** Nothing that changes who may do what in the village. */
    private static String body(Route route) {
        return route.method().equals("GET") || route.method().equals("DELETE") ? "" : "{}";
    }

    @Test
    void theWayThroughFitsStepByStep() {
        var guest = caller("guest");
        var analyst = caller("analyst");
        var declaration =
                JSON.writeValueAsString(Village.enough(House.VALLEBRUNE).byQuestion());
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = guest.post("/api/v1/declarations", Caller.JSON, declaration, key);
        fits("POST", "/api/v1/declarations", 201, first);
        fits("POST", "/api/v1/declarations", 200, guest.post("/api/v1/declarations", Caller.JSON, declaration, key));
        var received = JSON.readTree(first.body());
        var incident = town.incidentOf(received.get("reference").asString());
        var path = "/api/v1/incidents/" + incident;
        var steps = new LinkedHashMap<String, String>();
        steps.put("assignment", "{}");
        steps.put("triage", """
                {"inScope": true, "major": true, "grade": "GRAVE", "causes": ["RANSOMWARE"], "origin": "MALICIOUS",
                 "severity": "S3", "endangerment": "POTENTIAL", "care": "DEGRADED"}""");
        steps.put("notes", "{\"text\": \"Rappelés.\"}");
        steps.put("resolution", "{\"resolvedAt\": \"2026-04-01T10:00:00+02:00\"}");
        steps.put("closure", "{\"outcome\": \"RESOLVED\", \"entryPoint\": \"FOUND\", \"entryPointKind\": \"EMAIL\"}");
        steps.put("reopening", "{\"reason\": \"Encore.\"}");
        steps.forEach((step, body) -> fits(
                "POST",
                "/api/v1/incidents/{reference}/" + step,
                200,
                analyst.post(path + "/" + step, Caller.JSON, body)));
        fits("GET", "/api/v1/incidents", 200, analyst.get("/api/v1/incidents"));
        var amended = JSON.writeValueAsString(
                Village.enough(House.VALLEBRUNE).with("helpWanted", "true").byQuestion());
        fits(
                "POST",
                "/api/v1/declarations/{reference}/versions",
                200,
                caller("declarant")
                        .post(
                                "/api/v1/declarations/"
                                        + received.get("reference").asString() + "/versions?basedOn=1",
                                Caller.JSON,
                                amended));
    }

    @Test
    void accountsAndTokensFit() {
        var admin = caller("admin");
        var account = "{\"email\": \"%s@b.example\", \"name\": \"A\", \"password\": \"%s\", \"roles\": [\"ANALYST\"]}"
                .formatted(UUID.randomUUID(), House.PASSWORD);
        fits("POST", "/api/v1/accounts", 201, admin.post("/api/v1/accounts", Caller.JSON, account));
        var token = "{\"name\": \"probe\", \"role\": \"ANALYST\", \"days\": 1}";
        fits("POST", "/api/v1/tokens", 201, admin.post("/api/v1/tokens", Caller.JSON, token));
        fits("GET", "/api/v1/tokens", 200, admin.get("/api/v1/tokens"));
        fits("GET", "/api/v1/accounts", 200, admin.get("/api/v1/accounts"));
    }

    private void fits(String method, String pattern, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(contract.faults(method, pattern, answer)).as(pattern).isEmpty();
    }
}
