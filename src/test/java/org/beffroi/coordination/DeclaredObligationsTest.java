package org.beffroi.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@BeffroiTest
class DeclaredObligationsTest {
    @LocalServerPort
    int port;

    @Test
    void whoDeclaredIsToldWhoSeesWhat(@Autowired ApplicationContext context) {
        House.of(context);
        var address = "http://127.0.0.1:" + port;
        var declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        var path = "/api/v1/declarations/" + declared.reference() + "/obligations";
        var answer = Caller.signedIn(address, House.email("declarant")).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var due = new JsonMapper().readTree(answer.body());
        assertThat(due.valueStream().map(each -> each.get("recipient").asString()))
                .containsExactly("ARS", "FSSI", "CORRUSS", "POLICE", "INSURER");
        assertThat(due.get(4).get("fields").valueStream().map(field -> field.asString()))
                .containsExactly("structure", "foundAt", "origin");
        assertThat(Caller.signedIn(address, House.email("neighbour")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(Caller.signedIn(address, House.email("analyst")).get(path).statusCode())
                .isEqualTo(403);
    }
}
