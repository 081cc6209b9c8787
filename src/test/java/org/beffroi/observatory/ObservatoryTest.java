package org.beffroi.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** The figures as a guest gets them over HTTP. */
@BeffroiTest
class ObservatoryTest {
    private static final World WORLD = new World("observatory-web");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationEventPublisher events;

    private final HttpClient client = HttpClient.newHttpClient();

    record Happened(Fact fact) implements Recordable {}

    @BeforeEach
    void sevenCasesOf2025() {
        for (int i = 0; i < 7; i++) {
            var site = UUID.nameUUIDFromBytes(("site" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var at = Instant.parse("2025-0%d-10T09:00:00Z".formatted(1 + i % 2));
            tell(
                    at,
                    Fact.of("declaration.received", at, WORLD)
                            .about("declaration", site)
                            .about("structure", site)
                            .with("verified", true)
                            .with("country", "FR")
                            .with("region", i < 2 ? "94" : "11")
                            .with("causes", java.util.List.of("RANSOMWARE"))
                            .with("foundAt", at));
            tell(
                    at,
                    Fact.of("incident.opened", at, WORLD)
                            .about("incident", site)
                            .about("declaration", site));
        }
    }

    private void tell(Instant at, Fact fact) {
        SettableClock.at(at, () -> events.publishEvent(new Happened(fact)));
    }

    private HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Test
    void aGuestSeesNoSmallCount() {
        var answer = get("/api/v1/observatory/2025?world=observatory-web");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"stage\":\"RELEASED\"", "{\"key\":\"incidents\",\"n\":7")
                .contains("{\"code\":\"94\",\"n\":null,\"suppressed\":true,\"share\":null}")
                .contains("{\"code\":\"11\",\"n\":null,\"suppressed\":true,\"share\":null}");
    }

    @Test
    void aGuestsDayIsRoundedDownToTheFirstOfTheMonth() {
        var answer = get("/api/v1/observatory/2025?world=observatory-web&asKnownAt=2025-06-17");
        assertThat(answer.body()).contains("\"knownAt\":\"2025-05-31T22:00:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observatory",
                "/observatory/2025",
                "/observatory/2024",
                "/observatory?world=observatory-web",
                "/observatory/2025?world=observatory-web",
                "/observatory/2025?world=observatory-web&lang=fr",
                "/observatory/2025?world=observatory-web&asKnownAt=2025-02-01"
            })
    void pagesAreWhole(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("</html>").doesNotContain("observatory.", "??");
    }

    @Test
    void theSameCountsComeAsCsv() {
        var answer = get("/api/v1/observatory/2025/counts.csv?world=observatory-web");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).contains(",incidents,,7,false,,", ",region,94,,true,,");
    }

    @ParameterizedTest
    @CsvSource({
        "/observatory/20x5, 422",
        "/observatory/2999, 422",
        "/api/v1/observatory/2999, 422",
        "/observatory/2025?asKnownAt=yesterday, 422",
        "/observatory/2025?asKnownAt=2024-06-01, 422",
        "/observatory/2025?asKnownAt=2999-01-01, 422",
        "/observatory/2025?region=99, 422",
        "/observatory/2025?region=53, 404",
        "/observatory/2025?world=No%20World, 422",
        "/observatory/2025?world=nowhere, 404",
        "/api/v1/observatory/2025?world=nowhere, 404"
    })
    void badWishesAreRefusedWithAWord(String path, int status) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("observatory.error");
    }
}
