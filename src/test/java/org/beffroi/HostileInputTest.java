package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Line;
import org.beffroi.testing.Routes;
import org.beffroi.testing.Routes.Route;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Whatever stands in whichever parameter or part of an address: it is never a fault of ours. */
@BeffroiTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileInputTest {
    /** NUL, other controls, half a surrogate pair, broken UTF-8, half an escape, and what goes beyond numbers and dates. */
    private static final List<String> HOSTILE = List.of(
            "%00",
            "a%00b",
            "%01%1B%7F",
            "%EF%BF%BE",
            "%ED%A0%80",
            "%C3%28",
            "%FF",
            "%E2%80%AE",
            "%25%30%30",
            "-1",
            "99999999999999999999",
            "2026-02-30");

    private static final List<String> NO_ESCAPE = List.of("%", "%zz", "%C3%2");

    private final ApplicationContext context;
    private final String address;
    private final List<Caller> callers = new ArrayList<>();

    HostileInputTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
    }

    @BeforeAll
    void everybodyComes() {
        House.of(context);
        for (var who : List.of("lead", "agency", "declarant", "admin")) {
            callers.add(Caller.signedIn(address, House.email(who)));
        }
    }

    @TestFactory
    Stream<DynamicTest> noRouteFailsOverIt() {
        return Routes.ours(context).stream()
                .filter(route ->
                        route.method().equals("GET") && !route.pattern().equals("/error"))
                .map(route -> dynamicTest(route.toString(), () -> walk(route)));
    }

    private void walk(Route route) {
        for (var hostile : HOSTILE) {
            var inPath = route.pattern().replaceAll("\\{[^}]+}", hostile);
            var query =
                    parameters(route).stream().map(name -> name + "=" + hostile).toList();
            for (var caller : callers) {
                answers(caller, inPath);
                answers(caller, inPath + "?" + String.join("&", query));
            }
            var someone = Caller.guest(address);
            for (var one : query) {
                answers(someone, route.pattern().replaceAll("\\{[^}]+}", "2026") + "?" + one);
            }
        }
    }

    private static void answers(Caller caller, String path) {
        var answer = caller.get(path);
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        assertThat(answer.body()).as(path).doesNotContain("Exception", "\0");
    }

    /** Its own, and those of every page. */
    private static Set<String> parameters(Route route) {
        var names = new TreeSet<>(List.of("lang", "q", "page"));
        for (var parameter : route.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(name(parameter));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }

    private static String name(MethodParameter parameter) {
        var annotation = Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class));
        return annotation
                .map(RequestParam::name)
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.ofNullable(parameter.getParameter().getName()))
                .orElseThrow();
    }

    /** No client that builds addresses properly sends these. */
    @Test
    void halfAnEscapeIsUnreadable() {
        for (var half : NO_ESCAPE) {
            for (var path : List.of("/declare?lang=" + half, "/api/v1/questionnaire?lang=" + half, "/follow/" + half)) {
                try (var line = Line.to(address)) {
                    line.says("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                    assertThat(line.hearsStatus()).as(path).contains(" 400");
                }
            }
        }
    }

    @Test
    void aNulInAFormComesBackAsACharacterThatCanBeSeen() {
        var answer = Caller.guest(address).post("/declare", Caller.FORM, "description=avant%00apr%C3%A8s&na%00me=x");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("avant\uFFFDaprès");
    }

    @Test
    void aNulAtSignInIsAWrongPassword() {
        var visitor = Caller.visitor(address);
        visitor.get("/sign-in");
        var answer = visitor.post("/sign-in", Caller.FORM, "username=a%00b&password=%00");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in?error"));
    }

    @Test
    void aNulInJsonIsUnreadable() {
        var admin = callers.getLast();
        var answer = admin.post("/api/v1/accounts", Caller.JSON, """
                {"email": "a\\u0000@b.example", "name": "x", "password": "twelve-chars-or-more", "roles": ["LEAD"]}""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/unreadable");
        var key = Map.of("Idempotency-Key", "hostile-key");
        var declared = Caller.guest(address).post("/api/v1/declarations", Caller.JSON, """
                {"description": "a\\u0000b", "structure": "\\ud800", "name": "\\udc00"}""", key);
        assertThat(declared.statusCode()).isBetween(400, 422);
    }
}
