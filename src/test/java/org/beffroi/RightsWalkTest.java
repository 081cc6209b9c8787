package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.shared.PublicReference;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every route by everybody: who may call it gets in, who may not does not, as the handler itself says. */
@BeffroiTest
@TestInstance(Lifecycle.PER_CLASS)
class RightsWalkTest {
    /** Of the right form, and of nothing: whoever may knock is told that nobody is there, and nothing is changed. */
    private static final Map<String, String> NOWHERE = Map.of(
            "reference",
            new PublicReference(2026, 999_999).toString(),
            "token",
            "A".repeat(43),
            "version",
            "1",
            "key",
            "999999999",
            "id",
            new UUID(0, 0).toString(),
            "year",
            "2019",
            "problem",
            "conflict",
            "recipient",
            "CNIL");

    private final ApplicationContext context;
    private final String address;
    private final List<Person> people = new ArrayList<>();

    RightsWalkTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
    }

    /** @param role null for a guest */
    private record Person(String name, @Nullable Role role, Caller caller) {
        Set<Role> roles() {
            return role == null ? Set.of() : Set.of(role);
        }
    }

    @BeforeAll
    void everybodyComes() {
        var house = House.of(context);
        people.add(new Person("guest", null, Caller.guest(address)));
        var accounts = new LinkedHashMap<String, Role>();
        for (var role : Role.values()) {
            accounts.put(role.name().toLowerCase(Locale.ROOT), role);
        }
        accounts.forEach(
                (name, role) -> people.add(new Person(name, role, Caller.signedIn(address, House.email(name)))));
        var tokens = context.getBean(ApiTokens.class);
        accounts.forEach((name, role) -> people.add(new Person(
                name + "’s machine",
                role,
                Caller.machine(address, tokens.make(grant(role, house), Viewer.system("test"))))));
    }

    private static ApiTokens.Grant grant(Role role, House house) {
        return new ApiTokens.Grant(
                role.name(),
                role,
                role == Role.AGENCY ? "93" : null,
                role == Role.DECLARANT ? Set.of(house.id(House.VALLEBRUNE)) : Set.of(),
                Duration.ofHours(1));
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(Routes.ours(context))
                .filteredOn(route -> !route.saysWho())
                .as("handlers without @OpenTo or @OpenToAll")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicContainer> everyRouteOpensToThoseItNames() {
        return Routes.ours(context).stream()
                .filter(route -> !route.pattern().equals("/error"))
                .map(route -> dynamicContainer(
                        route.toString(),
                        people.stream().map(person -> dynamicTest(person.name(), () -> walk(route, person)))));
    }

    private static void walk(Route route, Person person) {
        var path = route.with(NOWHERE);
        var answer = route.isForMachines()
                ? person.caller().send(route.method(), path, Caller.JSON, "{}", Map.of())
                : person.caller().send(route.method(), path, Caller.FORM, "", Map.of());
        var seen = "%s by %s: %d%n%s".formatted(route, person.name(), answer.statusCode(), answer.body());
        if (route.openTo(person.roles())) {
            assertThat(answer.statusCode()).as(seen).isLessThan(500).isNotIn(401, 403, 405);
            assertThat(leadsToSignIn(answer)).as(seen).isFalse();
        } else if (person.role() != null) {
            assertThat(answer.statusCode()).as(seen).isEqualTo(403);
        } else if (route.isForMachines()) {
            assertThat(answer.statusCode()).as(seen).isEqualTo(401);
        } else {
            assertThat(leadsToSignIn(answer)).as(seen).isTrue();
        }
    }

    private static boolean leadsToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
    }

    @Test
    void aStrangeTokenIsNoGuest() {
        var stranger = Caller.machine(address, "bef_" + "A".repeat(43));
        assertThat(stranger.get("/api/v1/questionnaire").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/declare").statusCode()).isEqualTo(401);
    }

    @Test
    void aForgedPostFromASessionIsRefused() {
        var forged = Caller.signedIn(address, House.email("analyst")).withoutFormToken();
        for (var route : Routes.ours(context)) {
            if (route.method().equals("POST") && !route.pattern().equals("/error")) {
                var answer = forged.post(route.with(NOWHERE), Caller.FORM, "a=b");
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    /** However the address is written, and whatever else is sent. */
    @Test
    void nobodyIsSignedInOrOutByAnotherSite() {
        var password = Caller.form(Map.of("username", House.email("analyst"), "password", House.PASSWORD));
        for (var path : List.of("/sign-in", "/%73ign-in", "/sign%2Din", "/sign-in;a=b")) {
            var answer = Caller.guest(address).post(path, Caller.FORM, password);
            assertThat(answer.statusCode()).as(path).isIn(400, 403);
        }
        var session = Caller.signedIn(address, House.email("analyst"));
        for (var path : List.of("/sign-in", "/sign-out")) {
            var answer = session.withoutFormToken().post(path, Caller.FORM, password, Map.of("Authorization", "x"));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(session.get("/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    void theFormTokenStaysOnTheSite() {
        assertThat(Caller.guest(address).get("/sign-in").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Lax"));
    }
}
