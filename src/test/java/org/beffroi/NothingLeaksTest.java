package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.directory.Contact;
import org.beffroi.directory.ContactBook;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.beffroi.testing.Town;
import org.beffroi.testing.Town.Declared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one structure declared, no other gets, by any address, parameter, call or figure. What is looked for is never part of the question.
 */
@BeffroiTest
@TestInstance(Lifecycle.PER_CLASS)
class NothingLeaksTest {
    private static final Instant THEN = Instant.parse("2022-03-05T08:00:00Z");
    private static final List<String> SECRETS =
            List.of("geheim-7731", "Quelltreu-9917", "Rufname-5520", "07 00 00 99 17");
    private static final String SECRET_NAME = "Zzmira Quelltreu-9917";
    private static final String SECRET_WORDS = "zzkopfer geheim-7731";

    private final ApplicationContext context;
    private final String address;
    private final List<Declared> theirs = new ArrayList<>();
    private final List<Stranger> strangers = new ArrayList<>();
    private Caller analyst;

    NothingLeaksTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.analyst = Caller.guest(address);
    }

    /** Somebody who has no business with Vallebrune's incidents. */
    private record Stranger(String name, @Nullable Role role, Caller caller) {
        boolean mayCall(Route route) {
            return route.openTo(role == null ? Set.of() : Set.of(role));
        }

        /** The directory is no secret to administrators, who keep it. */
        List<String> secrets() {
            return role == Role.ADMIN ? SECRETS.subList(0, 1) : SECRETS;
        }

        boolean isBounded() {
            return role == Role.DECLARANT || role == Role.AGENCY;
        }
    }

    @BeforeAll
    void aYearPasses() {
        var house = House.of(context);
        var town = new Town(context);
        SettableClock.at(THEN, () -> {
            for (int i = 0; i < 3; i++) {
                theirs.add(town.declares(House.VALLEBRUNE, SECRET_NAME, SECRET_WORDS));
                town.treats(theirs.get(i), SECRET_WORDS);
            }
            town.closes(theirs.getFirst());
            for (int i = 0; i < 6; i++) {
                town.treats(town.declares(House.MONT_ALAOUI, "Luc Amiel", "zzbaum offen-1188"), "Rappelés.");
            }
        });
        context.getBean(ContactBook.class)
                .keep(
                        house.id(House.VALLEBRUNE),
                        new Contact(Contact.Kind.PHONE, "07 00 00 99 17", "Rufname-5520", true, false));
        analyst = Caller.signedIn(address, House.email("analyst"));
        strangers.add(new Stranger("guest", null, Caller.guest(address)));
        strangers.add(account("neighbour", Role.DECLARANT));
        strangers.add(account("agency", Role.AGENCY));
        strangers.add(account("observatory", Role.OBSERVATORY));
        strangers.add(account("admin", Role.ADMIN));
        strangers.add(machine(Role.DECLARANT, null, Set.of(house.id(House.MONT_ALAOUI))));
        strangers.add(machine(Role.AGENCY, "93", Set.of()));
    }

    private Stranger account(String who, Role role) {
        return new Stranger(who, role, Caller.signedIn(address, House.email(who)));
    }

    private Stranger machine(Role role, @Nullable String region, Set<UUID> structures) {
        var grant = new ApiTokens.Grant(role.name(), role, region, structures, Duration.ofHours(1));
        var token = context.getBean(ApiTokens.class).make(grant, Viewer.system("test"));
        return new Stranger(role + "’s machine", role, Caller.machine(address, token));
    }

    @TestFactory
    Stream<DynamicTest> noAddressGivesItAway() {
        return strangers.stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> {
                    for (var route : routes("GET")) {
                        for (var address : addresses(route, stranger.mayCall(route))) {
                            look(stranger, route, address);
                        }
                    }
                }));
    }

    private void look(Stranger stranger, Route route, String path) {
        var answer = stranger.caller().get(path);
        var body = answer.body() + answer.headers().map();
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        assertThat(stranger.secrets()).as("%s as %s", path, stranger.name()).noneMatch(body::contains);
        assertThat(theirs)
                .as("%s as %s", path, stranger.name())
                .noneMatch(one -> !path.contains(one.reference()) && body.contains(one.reference()));
        if (stranger.mayCall(route) && stranger.isBounded() && isTheirs(route)) {
            assertThat(answer.statusCode())
                    .as("%s as %s", path, stranger.name())
                    .isEqualTo(404);
        }
    }

    private static boolean isTheirs(Route route) {
        return route.pattern().contains("{reference}") || route.pattern().contains("{key}");
    }

    @Test
    void theWalkSeesItWhereItIs() {
        var seen = new TreeSet<String>();
        for (var route : routes("GET")) {
            for (var path : addresses(route, true)) {
                if (analyst.get(path).body().contains(SECRETS.getFirst())) {
                    seen.add(route.pattern());
                }
            }
        }
        assertThat(seen)
                .contains(
                        "/incidents/{reference}",
                        "/declarations/{reference}",
                        "/declarations/{reference}/history/{version}",
                        "/api/v1/declarations/{reference}/versions/{version}",
                        "/api/v1/incidents/{reference}",
                        "/api/v1/declarations/{reference}");
    }

    @TestFactory
    Stream<DynamicTest> nothingCanBeDoneToIt() {
        return strangers.stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> {
                    var before = asTheDeskSeesThem();
                    for (var route : routes("POST")) {
                        if (isTheirs(route)) {
                            for (var path : addresses(route, false)) {
                                act(stranger, route, path);
                            }
                        }
                    }
                    assertThat(asTheDeskSeesThem()).isEqualTo(before);
                }));
    }

    private static void act(Stranger stranger, Route route, String path) {
        var answer = route.isForMachines()
                ? stranger.caller().post(path, Caller.JSON, "{\"description\": \"mine\", \"text\": \"mine\"}")
                : stranger.caller().post(path, Caller.FORM, "description=mine&text=mine&version=1");
        assertThat(stranger.secrets()).as("%s as %s", path, stranger.name()).noneMatch(answer.body()::contains);
        if (stranger.mayCall(route) && stranger.isBounded()) {
            assertThat(answer.statusCode())
                    .as("%s as %s", path, stranger.name())
                    .isEqualTo(404);
        }
    }

    private List<String> asTheDeskSeesThem() {
        return theirs.stream()
                .flatMap(one -> Stream.of("/api/v1/declarations/", "/api/v1/incidents/")
                        .map(place -> analyst.get(place + one.reference()).body()))
                .toList();
    }

    @Test
    void aSmallCountOfAnotherRegionCannotBeWorkedOut() {
        var agency = strangers.stream()
                .filter(stranger -> stranger.name().equals("agency"))
                .findFirst()
                .orElseThrow()
                .caller();
        var all = regions(analyst.get("/api/v1/observatory/2022").body());
        assertThat(all.get("84")).as("what there is to hide").isEqualTo(3);
        var nation = agency.get("/api/v1/observatory/2022").body();
        var published = regions(nation);
        assertThat(published).doesNotContainKey("84");
        assertThat(all.size() - published.size())
                .as("one hidden cell is the total less the others")
                .isGreaterThan(1);
        for (var form :
                List.of("/api/v1/observatory/2022", "/api/v1/observatory/2022/counts.csv", "/observatory/2022")) {
            assertThat(agency.get(form + "?region=84").statusCode()).as(form).isEqualTo(404);
            assertThat(agency.get(form + "?region=93").statusCode()).as(form).isEqualTo(200);
        }
    }

    /** The counts that are shown. */
    private static Map<String, Integer> regions(String json) {
        var shown = new HashMap<String, Integer>();
        for (JsonNode breakdown : new JsonMapper().readTree(json).get("breakdowns")) {
            if (breakdown.get("key").asString().equals("region")) {
                breakdown.get("cells").forEach(cell -> {
                    if (!cell.get("n").isNull()) {
                        shown.put(cell.get("code").asString(), cell.get("n").asInt());
                    }
                });
            }
        }
        return shown;
    }

    private List<Route> routes(String method) {
        return Routes.ours(context).stream()
                .filter(route ->
                        route.method().equals(method) && !route.pattern().equals("/error"))
                .toList();
    }

    private static Map<String, String> variables(Declared one, String key, String id) {
        return Map.of(
                "reference",
                one.reference(),
                "key",
                key,
                "id",
                id,
                "version",
                "1",
                "token",
                "A".repeat(43),
                "year",
                "2022");
    }

    /** Every way to ask a route for what is theirs. */
    private List<String> addresses(Route route, boolean withQueries) {
        var paths = new TreeSet<String>();
        for (var one : theirs) {
            for (var key : List.of(
                    House.VALLEBRUNE, House.of(context).id(House.VALLEBRUNE).toString())) {
                for (var id :
                        List.of(one.declaration().toString(), one.incident().toString())) {
                    paths.add(route.with(variables(one, key, id)));
                }
            }
        }
        if (!withQueries) {
            return List.copyOf(paths);
        }
        var reference = theirs.getFirst().reference();
        return Stream.concat(
                        paths.stream(),
                        Stream.of(
                                        "?q=zzkopfer",
                                        "?q=zzmira",
                                        "?q=vallebrune&view=all&closed=true",
                                        "?q=" + House.VALLEBRUNE,
                                        "?q=" + reference,
                                        "?region=84",
                                        "?region=84&view=closed&q=&world=national",
                                        "?limit=500&page=1",
                                        "?asKnownAt=2022-12-01&region=84")
                                .map(paths.first()::concat))
                .toList();
    }
}
