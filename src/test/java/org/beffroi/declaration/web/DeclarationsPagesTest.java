package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.testing.Village.TROIS_FONTAINES;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those with an account see of declarations, and what the desk writes down. */
@BeffroiTest
class DeclarationsPagesTest {
    private static final String REFERENCE = "(?s).*/declarations/(BEF-[0-9]{4}-[0-9]{6}-[A-Z]).*";

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final String address;

    DeclarationsPagesTest(
            @Autowired ApplicationContext context, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.context = context;
        this.jdbc = jdbc;
        this.address = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    private Caller signedIn(String who) {
        return Caller.signedIn(address, House.email(who));
    }

    private static Map<String, String> told(String saidAt) {
        return Map.of(
                "key", UUID.randomUUID().toString(),
                "channel", "TELEPHONE",
                "saidAt", saidAt,
                "saidZone", "Europe/Paris",
                "structureText", House.VALLEBRUNE,
                "name", "Nadia Perrin",
                "phone", "06 12 34 56 78",
                "foundAt", "2026-03-02T03:10",
                "description", "Plus rien ne répond.",
                "care", "DEGRADED");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    @Test
    void theDeskWritesDownWhatItWasToldAndEveryPageSaysSo() {
        var analyst = signedIn("analyst");
        var receipt = place(analyst.post("/declare", Caller.FORM, Caller.form(told("2026-03-02T03:40"))));
        var reference = receipt.replaceFirst(REFERENCE, "$1");

        assertThat(analyst.get("/declarations/" + reference + "?received").body())
                .contains("Declared by telephone on", "2 Mar 2026, 03:40 (Paris)", ", taken down by Claire Vasseur on");
        assertThat(signedIn("declarant").get("/declarations/" + reference).body())
                .contains("Declared by telephone on", ", taken down by the desk on")
                .doesNotContain("Claire Vasseur");
    }

    @Test
    void theDesksFormComesBackWholeWithWhatIsWrong() {
        var answer = signedIn("analyst").post("/declare", Caller.FORM, Caller.form(told("2026-03-02T02:00")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "It was said on 2 Mar 2026, 02:00, before it was found on 2 Mar 2026, 03:10.",
                        "id=\"f-saidWhy\"",
                        "value=\"2026-03-02T02:00\"",
                        "Plus rien ne répond.");
    }

    @Test
    void nobodyButTheDeskSetsWhenItWasSaid() {
        assertThat(Caller.guest(address).get("/declare").body()).doesNotContain("saidAt");
        var receipt = place(signedIn("declarant").post("/declare", Caller.FORM, Caller.form(told("2026-03-02T03:40"))));
        var reference = receipt.replaceFirst(REFERENCE, "$1");
        assertThat(signedIn("analyst").get("/api/v1/declarations/" + reference).body())
                .contains("\"channel\":\"WEB\"", "\"transcription\":null");
    }

    @Test
    void machinesOfTheDeskSendWhatWasToldToo() {
        var body = """
                {"channel": "EMAIL", "saidAt": "2026-03-02T03:40:00+01:00", "answers": {"structure": "%s", "name": "Nadia",
                 "phone": "06 12 34 56 78", "foundAt": "2026-03-02T03:10", "description": "Panne.", "care": "NONE"}}
                """.formatted(House.VALLEBRUNE);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var analyst = signedIn("analyst");
        var answer = analyst.post("/api/v1/transcriptions", Caller.JSON, body, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"declaredAt\":\"2026-03-02T02:40:00Z\"");
        assertThat(analyst.post("/api/v1/transcriptions", Caller.JSON, body, key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(analyst.get(place(answer)).body())
                .contains("\"declaredAt\":\"2026-03-02T02:40:00Z\"", "\"by\":\"Claire Vasseur\"");
        assertThat(analyst.post("/api/v1/transcriptions", Caller.JSON, "{}", key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void earlierVersionsAreReadAndComparedByPageAndByMachine() {
        var town = new Town(context);
        var declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Première description.");
        town.completes(declared, "Seconde description.");
        var analyst = signedIn("analyst");

        for (var by : new String[] {"/declarations/" + declared.reference(), "/follow/" + declared.token()}) {
            var caller = by.startsWith("/follow") ? Caller.guest(address) : analyst;
            assertThat(caller.get(by + "/history").body())
                    .contains("Première description.", "Seconde description.", by + "/history/1");
            assertThat(caller.get(by + "/history/1").body())
                    .contains("Version 1 of 2", "Première description.")
                    .doesNotContain("Seconde description.");
            assertThat(caller.get(by + "/history/1?against=2").body())
                    .contains("What has changed since version 2", "Seconde description.");
            assertThat(caller.get(by + "/history/3").statusCode()).isEqualTo(404);
            assertThat(caller.get("/api/v1" + by + "/versions").body())
                    .contains("\"question\":\"description\"", "\"before\":[\"Première description.\"]");
            assertThat(caller.get("/api/v1" + by + "/versions/1").body()).contains("\"readable\":[1,2]");
        }
    }

    @Test
    void tenThousandDeclarationsComePageByPage() {
        var structure = House.of(context).id(TROIS_FONTAINES);
        context.getBean(Accounts.class)
                .open(
                        new Accounts.Opening(
                                "many@example.org",
                                "Nadia",
                                House.PASSWORD,
                                Set.of(Role.DECLARANT),
                                null,
                                Set.of(structure)),
                        Viewer.system("tests"));
        declareTenThousand(structure);
        var declarant = Caller.signedIn(address, "many@example.org");

        var begin = System.nanoTime();
        var first = declarant.get("/declarations").body();
        assertThat(first).contains("1 to 25 of 10,000", "/declarations?page=2").doesNotContain("rel=\"prev\"");
        assertThat(first.split("class=\"who-what\"", -1)).hasSize(26);
        assertThat(declarant.get("/declarations?page=400").body())
                .contains("9,976 to 10,000 of 10,000", "rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(declarant.get("/declarations?page=999999").body()).contains("9,976 to 10,000");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private void declareTenThousand(UUID structure) {
        jdbc.sql("""
                        with d as (
                            insert into declaration.declaration (id, year, number, world, channel, declared_at, received_at, client,
                                idempotency_key, body_hash, structure_id, region)
                            select gen_random_uuid(), 2021, nextval('declaration.number'), 'national', 'IMPORT', at, at, 'many',
                                'many-' || n, '', :structure, '84'
                            from (select n, timestamptz '2021-01-01 00:00Z' + n * interval '1 minute' as at
                                  from generate_series(1, 10000) n) many
                            returning id, declared_at)
                        insert into declaration.version (declaration_id, version, made_at, edition, answers, structure)
                        select id, 1, declared_at, '2026-1', '{"care": ["NONE"]}',
                            '{"name": "CLINIQUE", "country": "FR", "obliged": true}' from d
                        """).param("structure", structure).update();
    }
}
