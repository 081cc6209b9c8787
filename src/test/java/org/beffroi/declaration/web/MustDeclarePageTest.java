package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BeffroiTest
class MustDeclarePageTest {
    private final Caller guest;

    MustDeclarePageTest(@LocalServerPort int port) {
        guest = Caller.guest("http://127.0.0.1:" + port);
    }

    @Test
    void answersCitesTheLawAndLeadsToTheFormWithWhatWasSaid() {
        assertThat(guest.get("/declare/must").body())
                .contains("Can a patient be treated worse")
                .doesNotContain("D.1111-16-2");
        var answer = guest.get("/declare/must?work=YES&others=NO&care=%3Cb%3E").body();
        assertThat(answer)
                .contains("it must be declared", "D.1111-16-2, II, point 3", "/declare?must&amp;work=YES&amp;others=NO")
                .containsPattern("name=\"work\"\\s+value=\"YES\"\\s+checked")
                .containsPattern("name=\"care\"\\s+value=\"UNKNOWN\"\\s+checked")
                .doesNotContain("<b>");
        assertThat(guest.get("/declare?must&work=YES&others=NO").body())
                .containsPattern("name=\"care\"\\s+value=\"DEGRADED\"\\s+checked");
        assertThat(guest.get("/declare").body())
                .doesNotContainPattern("name=\"care\"\\s+value=\"DEGRADED\"\\s+checked");
    }

    @Test
    void answersMachinesToo() {
        assertThat(guest.get("/api/v1/obligation?care=YES&around=YES").body())
                .contains("\"verdict\":\"SIGNIFICANT\"", "\"obliged\":true", "\"points\":[1,4]");
        assertThat(guest.get("/api/v1/obligation").body()).contains("\"verdict\":\"IN_DOUBT\"", "\"obliged\":false");
        assertThat(guest.get("/api/v1/obligation?care=perhaps").statusCode()).isEqualTo(422);
    }

    @Test
    void isReadAloudInFrench() {
        assertThat(guest.get("/declarer/dois-je")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/declare/must?lang=fr");
    }
}
