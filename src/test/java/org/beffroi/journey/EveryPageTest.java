package org.beffroi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.shared.Paris;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Language;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.beffroi.testing.Town;
import org.beffroi.testing.Visit;
import org.junit.jupiter.api.AfterAll;
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

/** Every page of the site, to each who sees it differently, in both languages, on a telephone and on a desk. */
@BeffroiTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {
    private final ApplicationContext context;
    private final String address;
    private final Map<String, Caller> callers = new HashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private Map<String, String> story = Map.of();
    private final Map<String, String> rehearsed = new HashMap<>();

    EveryPageTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
    }

    @BeforeAll
    void liveThroughADay() {
        var town = new Town(context);
        var open = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Les postes affichent une demande de rançon.");
        var closed = town.declares(House.VALLEBRUNE, "Nadia Perrin", "La messagerie est coupée.");
        var other = town.declares(House.MONT_ALAOUI, "Luc Amiel", "Le laboratoire ne répond plus.");
        town.completes(open, "Le laboratoire est touché aussi.");
        town.treats(open, "Rappelés par le standard.");
        town.treats(closed, "Rappelés par le standard.");
        town.closes(closed);
        comesBack(open);
        town.wakes(open);
        Town.attacks(open, other, Caller.signedIn(address, House.email("analyst")));
        rehearsed.putAll(town.rehearses());
        rehearsed.putAll(town.waits(Caller.signedIn(address, House.email("lead"))));
        story = Map.ofEntries(
                Map.entry("mailing", mailing(open.reference())),
                Map.entry("token", open.token()),
                Map.entry("reference", open.reference()),
                Map.entry("closed", closed.reference()),
                Map.entry("version", "2"),
                Map.entry("other", other.reference()),
                Map.entry("playbook", "ransomware"),
                Map.entry("recipient", "ARS"),
                Map.entry("key", House.VALLEBRUNE),
                Map.entry("problem", "conflict"),
                Map.entry(
                        "id",
                        String.valueOf(House.of(context).viewer("declarant").account())),
                Map.entry("year", String.valueOf(Year.now(Paris.ZONE))));
    }

    /** What the desk and the structure write of the night. */
    private void comesBack(Town.Declared declared) {
        var analyst = Caller.signedIn(address, House.email("analyst"));
        analyst.post(
                "/api/v1/incidents/" + declared.reference() + "/tags", Caller.JSON, "{\"tag\": \"relance à-suivre\"}");
        var handover = "/api/v1/incidents/" + declared.reference() + "/handover";
        for (var todo : List.of("Rappeler à 8 h.", "Rappeler à midi.")) {
            var handed = analyst.post(handover, Caller.JSON, "{\"todo\": \"" + todo + "\"}");
            assertThat(handed.statusCode()).as(handed.body()).isEqualTo(200);
        }
        var support = "/api/v1/declarations/" + declared.reference() + "/support";
        for (var step : List.of("OFFERED\", \"words\": \"Deux personnes demain.\"", "WORKED\", \"minutes\": 90")) {
            var help = analyst.post(support, Caller.JSON, "{\"kind\": \"RESTORE\", \"step\": \"" + step + "}");
            assertThat(help.statusCode()).as(help.body()).isEqualTo(204);
        }
        followsAPlaybook(declared, analyst);
        Town.handsIn(declared, analyst);
        var log = "/api/v1/incidents/" + declared.reference() + "/log";
        var line = "{\"kind\": \"DECISION\", \"happenedAt\": \"2026-01-03T01:10:00Z\", \"text\": \"Réseau coupé.\","
                + " \"saidBy\": \"la directrice de garde\"}";
        var written = analyst.post(log, Caller.JSON, line);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        analyst.post(log, Caller.JSON, line);
        var first =
                JsonMapper.shared().readTree(written.body()).get(0).get("id").asString();
        analyst.post(log + "/" + first + "/strike", Caller.JSON, "{\"because\": \"C’était l’autre site.\"}");
        for (var word :
                List.of("\"SYSTEM\", \"service\": \"LABORATORY\"", "\"ACTIVITY\", \"service\": \"EMERGENCY\"")) {
            var said = "{\"kind\": " + word + ", \"percent\": 50}";
            var answer = analyst.post("/api/v1/follow/" + declared.token() + "/recovery", Caller.JSON, said);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }

    private static void followsAPlaybook(Town.Declared declared, Caller analyst) {
        var tasks = "/api/v1/incidents/" + declared.reference() + "/tasks";
        var begun = analyst.post(tasks + "/playbook", Caller.JSON, "{\"playbook\": \"ransomware\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        var task = JsonMapper.shared().readTree(begun.body()).at("/tasks/0/id").asString();
        analyst.post(tasks + "/" + task, Caller.JSON, "{\"kind\": \"DONE\"}");
        analyst.post(tasks, Caller.JSON, "{\"title\": \"Appeler le voisin\", \"due\": \"2026-01-03T01:10:00Z\"}");
    }

    private String mailing(String incident) {
        var sent = Caller.signedIn(address, House.email("analyst"))
                .post(
                        "/api/v1/incidents/" + incident + "/mailings",
                        Caller.JSON,
                        "{\"text\": \"Gardez les traces.\", \"expected\": 1}",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(sent.body()).get("id").asString();
    }

    @AfterAll
    void leave() {
        visits.values().forEach(Visit::close);
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsSound() {
        return Stream.concat(EveryPage.PAGES.stream(), EveryPage.REFUSALS.stream())
                .flatMap(seen -> seen.by().stream()
                        .flatMap(who -> Stream.of(Language.values())
                                .map(language -> DynamicTest.dynamicTest(
                                        seen.address() + (who.isEmpty() ? "" : " as " + who) + ", " + language,
                                        () -> isSound(seen, who, language)))));
    }

    private void isSound(EveryPage.Seen seen, String who, Language language) {
        var path = seen.address();
        for (var value : Stream.concat(story.entrySet().stream(), rehearsed.entrySet().stream())
                .toList()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        var visit = visits.computeIfAbsent(who + language, whoever -> arrive(who, language));
        var answered = visit.page().navigate(path).status();
        assertThat(answered == 200).as("%s answers %d", path, answered).isEqualTo(EveryPage.PAGES.contains(seen));
        assertThat(visit.page().url()).as("where it leads").endsWith(path);
        visit.isSoundOnEveryScreen();
    }

    private Visit arrive(String who, Language language) {
        var visit = Look.at(address).in(language).open();
        return who.isEmpty()
                ? visit
                : visit.as(callers.computeIfAbsent(who, name -> Caller.signedIn(address, House.email(name))));
    }

    @Test
    void noPageIsForgotten() {
        var seen = Stream.concat(
                        EveryPage.PAGES.stream()
                                .map(EveryPage.Seen::pattern)
                                .map(pattern -> pattern.replace("{closed}", "{reference}")
                                        .replace("{other}", "{reference}")
                                        .replaceAll("\\{(mailing|mail|webhook|rehearsal)}", "{id}")
                                        .replace("{rehearsed}", "{token}")),
                        EveryPage.NO_PAGES.stream())
                .distinct()
                .toList();
        var served = Routes.ours(context).stream()
                .filter(route -> route.method().equals("GET") && !route.isForMachines())
                .map(Route::pattern)
                .toList();
        assertThat(served).as("a new page must be looked at here").containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void theFrenchAddressLeadsToTheDeclaration() {
        var answer = Caller.guest(address).get("/declarer");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/declare?lang=fr"));
    }
}
