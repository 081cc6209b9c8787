package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two structures of two regions in one incident, and a word of its own in every text of each. Every viewer finds what they may read, by words and by
 * number; of the rest, nothing finds, counts or shows anything.
 */
@BeffroiTest
class WhoFindsWhatTest {
    private static int nights;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Search search;

    private Desk desk;
    private Town.Declared ours;
    private Town.Declared theirs;
    private String night = "";

    /** Ours: Vallebrune, of region 84. Theirs: Mont-Alaoui, of region 93, for which the agency of the house is. */
    @BeforeEach
    void everythingIsWritten() {
        night = "n" + ++nights;
        desk = new Desk(context, port);
        var town = new Town(context);
        ours = town.declares(House.VALLEBRUNE, word("oursName"), word("oursDeclared"));
        theirs = town.declares(House.MONT_ALAOUI, word("theirsName"), word("theirsDeclared"));
        town.completes(ours, word("oursSecond"));
        desk.joins(ours, theirs);
        for (var whose : Map.of("ours", ours, "theirs", theirs).entrySet()) {
            write(whose.getKey(), whose.getValue());
        }
        desk.index();
    }

    private void write(String whose, Town.Declared declared) {
        var at = "/incidents/" + declared.reference();
        desk.writes(declared, word(whose + "Message"));
        desk.answers(declared, word(whose + "Answer"));
        if (whose.equals("ours")) {
            desk.posts(at + "/notes", Map.of("text", word("note")));
            desk.calls(
                    "POST",
                    "/api/v1" + at + "/log",
                    "{\"kind\": \"DECISION\", \"text\": \"%s\", \"saidBy\": \"%s\", \"happenedAt\": \"2026-01-02T03:00:00Z\"}"
                            .formatted(word("log"), word("sayer")));
            desk.calls(
                    "POST",
                    "/api/v1" + at + "/handover",
                    "{\"done\": \"%s\", \"todo\": \"%s\", \"beware\": \"x\"}".formatted(word("done"), word("todo")));
            desk.calls(
                    "POST",
                    "/api/v1" + at + "/tasks",
                    "{\"title\": \"%s\", \"party\": \"DESK\"}".formatted(word("task")));
            desk.calls(
                    "POST",
                    "/api/v1" + at + "/techniques",
                    "{\"technique\": \"T1566.001\", \"words\": \"%s\"}".formatted(word("technique")));
            desk.posts(at + "/tags", Map.of("tag", word("tag")));
            desk.sees(declared, word("red") + ".com", "RED");
            desk.sees(declared, word("strict") + ".com", "AMBER_STRICT");
            desk.sees(declared, word("amber") + ".com", "AMBER");
            evidence(at, word("evidence"));
        }
    }

    private void evidence(String at, String name) {
        var named = Base64.getEncoder().encodeToString((name + ".log").getBytes(StandardCharsets.UTF_8));
        var answer = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"))
                .post(
                        "/api/v1" + at + "/evidence",
                        Caller.JSON,
                        "",
                        Map.of("Upload-Length", "1", "Upload-Metadata", "filename " + named + ",words " + named));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    /** A word that stands nowhere else, and that no stemmer makes shorter. */
    private String word(String what) {
        return "zz" + what.toLowerCase(java.util.Locale.ROOT) + night + "q7";
    }

    private static final Set<String> OF_THE_DESK = Set.of(
            "oursMessage",
            "oursAnswer",
            "theirsMessage",
            "theirsAnswer",
            "note",
            "log",
            "sayer",
            "done",
            "todo",
            "task",
            "technique",
            "tag",
            "red",
            "strict",
            "evidence");
    private static final Set<String> OURS = Set.of("oursName", "oursDeclared", "oursSecond");
    private static final Set<String> THEIRS = Set.of("theirsName", "theirsDeclared");
    private static final Set<String> SHARED = Set.of("amber");

    private static Viewer agency(String region) {
        return new Viewer(new java.util.UUID(0, 5), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }

    private List<String> found(Viewer viewer) {
        var found = new ArrayList<String>();
        for (var some : List.of(OF_THE_DESK, OURS, THEIRS, SHARED)) {
            for (var what : some) {
                var page = desk.find(word(what), viewer);
                if (page.count() > 0) {
                    assertThat(page.incidents()).as(what).hasSize(1);
                    found.add(what);
                }
            }
        }
        return found;
    }

    @Test
    void eachFindsWhatTheyMayRead() {
        var expected = new LinkedHashMap<Viewer, List<Set<String>>>();
        expected.put(desk.viewer("analyst"), List.of(OF_THE_DESK, OURS, THEIRS, SHARED));
        expected.put(desk.viewer("lead"), List.of(OF_THE_DESK, OURS, THEIRS, SHARED));
        expected.put(agency("84"), List.of(OURS, SHARED));
        expected.put(desk.viewer("agency"), List.of(THEIRS, SHARED));
        expected.put(agency("53"), List.of());
        expected.put(desk.viewer("declarant"), List.of());
        expected.put(desk.viewer("admin"), List.of());
        expected.put(desk.viewer("observatory"), List.of());
        expected.put(Viewer.guest(), List.of());
        expected.forEach((viewer, sets) -> assertThat(found(viewer))
                .as(viewer.name() + viewer.scope())
                .containsExactlyInAnyOrderElementsOf(
                        sets.stream().flatMap(Set::stream).toList()));
    }

    /** Not even that there is something: by what it is, or by leaving it out. */
    @Test
    void nothingElseTellsOfIt() {
        var agency = desk.viewer("agency");
        for (var view : View.values()) {
            for (var what : List.of("red", "oursDeclared", "oursMessage", "theirsMessage", "note")) {
                var query = new SearchQuery(word(what), view, null, null, null, org.beffroi.shared.World.NATIONAL, 1);
                assertThat(search.find(query, agency).count())
                        .as(view + " " + what)
                        .isZero();
            }
        }
        var own = word("theirsDeclared");
        assertThat(desk.find(own, agency).count()).isEqualTo(1);
        for (var what : List.of("red", "oursDeclared", "theirsMessage", "note")) {
            assertThat(desk.find(own + " -" + word(what), agency).count())
                    .as(what)
                    .isEqualTo(1);
            assertThat(desk.find(own + " " + word(what), agency).count())
                    .as(what)
                    .isZero();
            assertThat(desk.find(own + " or " + word(what), agency)
                            .incidents()
                            .getFirst()
                            .excerpts())
                    .allSatisfy(excerpt -> assertThat(excerpt.plain()).doesNotContain(word(what)));
        }
    }

    /** The incident bears the other's number, name and age. */
    @Test
    void anAgencySeesItsOwnDeclarationOfTheIncident() {
        var shared = desk.find(word("amber"), desk.viewer("agency")).incidents().getFirst();
        assertThat(shared.glance().reference()).isEqualTo(theirs.reference());
        assertThat(shared.glance().structure()).containsIgnoringCase("alaoui");
        assertThat(shared.glance().declarations()).containsOnlyKeys(theirs.declaration());
        assertThat(shared.excerpts()).singleElement().satisfies(excerpt -> {
            assertThat(excerpt.plain()).isEqualTo(word("amber") + ".com");
            assertThat(excerpt.address()).isEqualTo("/incidents/" + theirs.reference() + "#observables");
        });
        assertThat(desk.numbers(ours.reference(), desk.viewer("agency"))).isEmpty();
        assertThat(desk.numbers(theirs.reference(), desk.viewer("agency"))).containsExactly(theirs.reference());
        assertThat(desk.numbers(theirs.reference(), desk.viewer("analyst"))).containsExactly(ours.reference());
    }

    /** Rights are asked of what is, not of what the index remembers. */
    @Test
    void whatIsTakenApartIsFoundApartEvenBeforeTheIndexKnows() {
        desk.splits(ours, theirs);
        assertThat(desk.find(word("amber"), desk.viewer("agency")).incidents()).isEmpty();
        desk.index();
        assertThat(desk.find(word("amber"), desk.viewer("agency")).count()).isZero();
        assertThat(desk.numbers(word("theirsDeclared"), desk.viewer("analyst"))).containsExactly(theirs.reference());
        assertThat(desk.numbers(word("oursMessage"), desk.viewer("analyst"))).containsExactly(ours.reference());
    }

    @Test
    void pagesAndCallsShowNoMore() {
        var address = "http://127.0.0.1:" + port;
        var agency = Caller.signedIn(address, House.email("agency"));
        for (var path : List.of("/search?q=", "/api/v1/search?q=")) {
            for (var what : List.of(
                    "red",
                    "strict",
                    "oursDeclared",
                    "oursMessage",
                    "theirsMessage",
                    "note",
                    "log",
                    "tag",
                    "evidence")) {
                var body = agency.get(path + word("theirsDeclared") + "%20or%20" + word(what))
                        .body();
                assertThat(body.replace(word("theirsDeclared") + " or " + word(what), "")
                                .replace(word("theirsDeclared") + "%20or%20" + word(what), "")
                                .replace(word("theirsDeclared") + "+or+" + word(what), ""))
                        .as(path + what)
                        .contains(theirs.reference(), word("theirsDeclared"))
                        .doesNotContain(ours.reference(), word(what));
            }
        }
        var declarant = Caller.signedIn(address, House.email("declarant"));
        for (var path : List.of("/search?q=", "/api/v1/search?q=")) {
            assertThat(declarant.get(path + word("oursDeclared")).statusCode()).isEqualTo(403);
        }
        assertThat(Caller.guest(address).get("/api/v1/search?q=x").statusCode()).isEqualTo(401);
    }
}
