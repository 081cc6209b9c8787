package org.beffroi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is refused before any handler speaks, in words that fit. */
@BeffroiTest
class ErrorPagesTest {
    private final String address;

    ErrorPagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        House.of(context);
        address = "http://127.0.0.1:" + port;
    }

    @Test
    void saysThatTheRoleIsNotTheRightOne() {
        var analyst = Caller.signedIn(address, House.email("analyst"));
        var answer = analyst.get("/accounts");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Your role (Desk analyst) does not include this page", "href=\"/start\"")
                .doesNotContain("Your session has ended");
    }

    @Test
    void saysThatTheSessionMayHaveEndedWhereAFormIsOld() {
        var analyst = Caller.signedIn(address, House.email("analyst"));
        var answer = analyst.withoutFormToken().post("/account/password", Caller.FORM, "a=b");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your session has ended").doesNotContain("Your role (");
    }

    @Test
    void leadsFromAnActionsAddressToWhatItIsDoneWith() {
        var answer = Caller.signedIn(address, House.email("analyst")).get("/incidents/BEF-1/triage");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("This address is not a page", "href=\"/incidents/BEF-1\"");
    }

    @Test
    void knowsWhoAsked() {
        var analyst = Caller.signedIn(address, House.email("analyst"));
        assertThat(analyst.get("/nowhere").body()).contains("href=\"/account\"");
        assertThat(analyst.get("/incidents/BEF-1/triage").body()).contains("href=\"/account\"");
        assertThat(Caller.guest(address).get("/nowhere").body()).contains("href=\"/sign-in\"");
    }

    @Test
    void namesTheAddressThatWasAskedInAProblem() {
        var guest = Caller.guest(address);
        assertThat(guest.get("/api/v1/incidents").body()).contains("\"instance\":\"/api/v1/incidents\"");
        var broken =
                guest.send("POST", "/api/v1/declarations", Caller.JSON, "{", Map.of("Idempotency-Key", "0123456789"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("\"instance\":\"/api/v1/declarations\"");
    }

    @Test
    void hasAPageForEachTypeOfProblem() {
        var guest = Caller.guest(address);
        for (var problem : Problem.values()) {
            var answer = guest.get("/problems/" + problem.slug());
            assertThat(answer.statusCode()).as(problem.slug()).isEqualTo(200);
            assertThat(answer.body()).contains(String.valueOf(problem.status().value()), "/problems/" + problem.slug());
        }
        assertThat(guest.get("/problems/none").statusCode()).isEqualTo(404);
    }
}
