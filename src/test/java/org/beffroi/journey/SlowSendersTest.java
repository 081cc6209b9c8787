package org.beffroi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Far more connections than there are places within, and every one of them slow: who is quick is served all the same. */
@BeffroiTest
class SlowSendersTest {
    private static final int MANY = 200;
    private static final String BODY = """
            {"structure": "Clinique du Lac", "name": "Nadia", "phone": "01 99 00 00 00", "foundAt": "2026-01-01T08:00:00Z",
             "description": "é", "care": "DEGRADED", "origin": "UNKNOWN"}""";

    private final ApplicationContext context;
    private final String address;
    private final List<Line> lines = new ArrayList<>();

    SlowSendersTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    @AfterEach
    void hangUp() {
        lines.forEach(Line::close);
    }

    private Line line() {
        var line = Line.to(address);
        lines.add(line);
        return line;
    }

    private void declareAndRead() {
        var answer = Caller.guest(address)
                .post(
                        "/api/v1/declarations",
                        Caller.JSON,
                        BODY,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Caller.guest(address).get("/declare").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeclarationIsTakenWhileHundredsTrickleTheirBodies() {
        var bytes = BODY.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < MANY; i++) {
            line().says("""
                            POST /api/v1/declarations HTTP/1.1\r
                            Host: localhost\r
                            Connection: close\r
                            Content-Type: application/json\r
                            Idempotency-Key: slow-%s\r
                            Content-Length: %d\r
                            \r
                            {""".formatted(UUID.randomUUID(), bytes.length));
        }
        declareAndRead();
        for (int i = 1; i < bytes.length; i++) {
            for (var line : lines.subList(0, 3)) {
                line.says(new byte[] {bytes[i]});
            }
        }
        for (var line : lines.subList(3, MANY)) {
            line.says(BODY.substring(1));
        }
        assertThat(lines).allSatisfy(line -> assertThat(line.hears()).startsWith("HTTP/1.1 201"));
    }

    @Test
    void aDeclarationIsTakenWhileHundredsTrickleTheirHeaders() {
        for (int i = 0; i < MANY; i++) {
            line().says("GET /declare HTTP/1.1\r\nHost: local");
        }
        declareAndRead();
        for (var line : lines) {
            line.says("host\r\nConnection: close\r\n\r\n");
        }
        assertThat(lines).allSatisfy(line -> assertThat(line.hearsStatus()).startsWith("HTTP/1.1 200"));
    }

    @Test
    void aDeclarationIsTakenWhileHundredsDoNotReadTheirAnswers() {
        for (int i = 0; i < 40; i++) {
            line().says("GET /declare HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(90));
        }
        declareAndRead();
    }

    @Test
    void aSlowFormIsReadAsIfItHadComeAtOnce() {
        var form = Caller.form(Map.of("description", "Écran bleu à l’accueil", "name", "Zoé"));
        var line = line().posts("/declare", Caller.FORM, form.length());
        form.chars().forEach(c -> line.says(String.valueOf((char) c)));
        assertThat(line.hears())
                .startsWith("HTTP/1.1 422")
                .contains("Écran bleu à l’accueil", "Zoé", "id=\"e-foundAt\"")
                .containsPattern("/css/base-[0-9a-f]{32}\\.css|<style>");
    }

    @Test
    void aSlowPostFromASessionStillNeedsItsToken() {
        var signIn = Caller.form(Map.of("username", House.email("analyst"), "password", House.PASSWORD));
        var line = line().posts("/sign-in", Caller.FORM, signIn.length());
        signIn.chars().forEach(c -> line.says(String.valueOf((char) c)));
        assertThat(line.hearsStatus()).startsWith("HTTP/1.1 403");
    }

    @Test
    void saysWhatWasTooLarge() {
        for (var path : List.of("/declare", "/api/v1/declarations")) {
            var answer = Caller.guest(address).post(path, Caller.FORM, "description=" + "x".repeat(17_000_000));
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(413);
            assertThat(answer.body()).as(path).contains("oo large");
        }
    }
}
