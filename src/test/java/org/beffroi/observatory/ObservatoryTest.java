package org.beffroi.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures as a guest gets them over HTTP. */
@BeffroiTest
class ObservatoryTest {
    private static final World WORLD = new World("observatory-web");

    @Autowired
    JsonMapper json;

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
                            .with("causes", List.of("RANSOMWARE"))
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
    void aGuestSeesNoExactNumberOfAYearBeforeItsRelease() {
        var json = get("/api/v1/observatory/2025?world=observatory-web&asKnownAt=2025-12-31");
        assertThat(json.body())
                .contains("\"stage\":\"RUNNING\"", "\"releaseOn\":\"2026-03-01\"", "\"figures\":[],\"breakdowns\":[]")
                .contains("{\"knownAt\":\"2025-02-01\",\"atLeast\":1,\"atMost\":4}")
                .contains("{\"knownAt\":\"2025-12-01\",\"atLeast\":5,\"atMost\":9}");
        var csv = rows("/api/v1/observatory/2025/counts.csv?world=observatory-web&asKnownAt=2025-12-31");
        assertThat(csv).hasSize(11).allMatch(row -> row.get("count").isEmpty());
        assertThat(csv.getLast().get("at_most")).isEqualTo("9");
        var page = get("/observatory/2025?world=observatory-web&asKnownAt=2025-12-31");
        assertThat(page.body())
                .contains("The year is not over. Its breakdowns come on 1 March 2026.", "5 to 9")
                .doesNotContain("Per region");
    }

    @Test
    void aGuestIsToldTheSameOnEveryDayAfterTheRelease() {
        var path = "/api/v1/observatory/2025?world=observatory-web";
        var told = get(path).body();
        assertThat(told).contains("\"releaseOn\":\"2026-03-01\"", "\"knownAt\":\"2026-02-28T23:00:00Z\"");
        assertThat(get(path + "&asKnownAt=2026-03-01").body()).isEqualTo(told);
        assertThat(get(path + "&asKnownAt=2026-07-14").body()).isEqualTo(told);
    }

    @Test
    void aCollectionThatIsPublicOneByOneIsShownWholeWithItsSource() {
        var at = Instant.parse("1999-05-05T09:00:00Z");
        var id = new UUID(1999, 5);
        var world = new World("vcdb");
        events.publishEvent(new Happened(Fact.of("declaration.received", at, world)
                .about("declaration", id)
                .about("structure", id)
                .with("verified", true)
                .with("country", "US")));
        events.publishEvent(new Happened(
                Fact.of("incident.opened", at, world).about("incident", id).about("declaration", id)));
        assertThat(get("/api/v1/observatory/1999?world=vcdb").body())
                .contains("\"stage\":\"WHOLE\"", "{\"key\":\"incidents\",\"n\":1");
        assertThat(get("/observatory?world=vcdb").body())
                .contains("VERIS Community Database: health care", "CC BY-SA 4.0", "github.com/vz-risk/VCDB");
        assertThat(get("/observatory/1999?world=vcdb&lang=fr").body()).contains("VERIS Community Database : santé");
    }

    @Test
    void aCollectionThatNobodyKnowsHasATitleAllTheSame() {
        assertThat(get("/observatory?world=observatory-web").body())
                .contains(
                        "Imported collection “observatory-web”", "Nothing more is known here of where they come from.");
    }

    private List<CSVRecord> rows(String path) {
        var answer = get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
        try (var parser = CSVParser.parse(
                answer.body(),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** RFC 4180: lines end in CRLF, the last too; every line has as many fields as the first. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&asKnownAt=2025-06-01"})
    void theCsvIsWhatTheStandardSays(String day) {
        var path = "/api/v1/observatory/2025/counts.csv?world=observatory-web" + day;
        var body = get(path).body();
        assertThat(body).endsWith("\r\n");
        assertThat(body.replace("\r\n", "")).doesNotContain("\r", "\n");
        var rows = rows(path);
        assertThat(rows).isNotEmpty().allMatch(CSVRecord::isConsistent);
        assertThat(List.of(body.lines().findFirst().orElseThrow().split(",")))
                .containsExactly(
                        "year",
                        "known_at",
                        "indicator",
                        "code",
                        "count",
                        "suppressed",
                        "denominator_name",
                        "denominator",
                        "at_least",
                        "at_most");
    }

    @Test
    void theCsvHoldsTheCountsOfTheJsonAndNoOthers() {
        var year = json.readTree(
                get("/api/v1/observatory/2025?world=observatory-web").body());
        var expected = new TreeMap<String, String>();
        year.get("figures").forEach(figure -> expected.put(figure.get("key").asString() + "/", said(figure.get("n"))));
        year.get("breakdowns")
                .forEach(breakdown -> breakdown
                        .get("cells")
                        .forEach(cell -> expected.put(
                                breakdown.get("key").asString() + "/"
                                        + cell.get("code").asString(),
                                said(cell.get("n")))));
        var found = new TreeMap<String, String>();
        rows("/api/v1/observatory/2025/counts.csv?world=observatory-web")
                .forEach(row -> found.put(row.get("indicator") + "/" + row.get("code"), row.get("count")));
        assertThat(found).isEqualTo(expected);
    }

    private static String said(JsonNode number) {
        return number.isNull() ? "" : number.asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/observatory/2025?world=observatory-web",
                "/api/v1/observatory/2025?world=observatory-web&asKnownAt=2025-06-01",
                "/api/v1/observatory/2024?world=observatory-web&asKnownAt=2025-06-01",
                "/api/v1/observatory/2025"
            })
    void theJsonIsAsTheApiDescribesIt(String path) {
        var document = json.readTree(get("/api/openapi").body());
        assertThat(OpenApiShape.faults(
                        document, "YearFigures", json.readTree(get(path).body())))
                .isEmpty();
    }

    @Test
    void theDescriptionSaysWhatMayBeNull() {
        var document = json.readTree(get("/api/openapi").body());
        var cell = (tools.jackson.databind.node.ObjectNode)
                json.readTree("{\"code\":\"94\",\"n\":null,\"suppressed\":true,\"share\":null}");
        assertThat(OpenApiShape.faults(document, "Cell", cell)).isEmpty();
        cell.putNull("suppressed");
        assertThat(OpenApiShape.faults(document, "Cell", cell)).containsExactly("Cell.suppressed is null");
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
