package org.beffroi.incident.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.beffroi.incident.rota.domain.Rota;
import org.beffroi.shared.Paris;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The rota as it is seen and planned, on the page and by API. */
@BeffroiTest
class RotaPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Caller lead = Caller.guest("");
    private Caller analyst = Caller.guest("");
    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void signIn() {
        House.of(context);
        lead = Caller.signedIn("http://127.0.0.1:" + port, House.email("lead"));
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        monday = context.getBean(Rota.class).today().plusWeeks(20).with(java.time.DayOfWeek.MONDAY);
    }

    private String week(int later) {
        return monday.plusWeeks(later).toString();
    }

    private String page(Caller who, int later) {
        return who.get("/rota?from=" + week(later)).body();
    }

    private HttpResponse<String> plans(Map<String, String> fields) {
        var all = new HashMap<>(Map.of("from", week(0), "weeks", "2", "deed", "put"));
        all.putAll(fields);
        return lead.post("/rota", Caller.FORM, Caller.form(all));
    }

    @Test
    void aLeadPlansTheNightsOfAWeek() {
        assertThat(page(lead, 0)).contains("Put down", "slots without anybody", week(0) + ":0");
        var sent = plans(Map.of(
                "seen", week(0) + ":0",
                "which", week(0) + "/ON_CALL",
                "person", House.email("analyst")));
        assertThat(sent.statusCode()).isEqualTo(302);
        var after = page(analyst, 0);
        assertThat(after).contains("Claire Vasseur").doesNotContain("Put down", "name=\"slot\"");
        // What was drawn before is not good enough any more, and what was chosen comes back.
        var late = plans(
                Map.of("seen", week(0) + ":0", "slot", week(0) + "/NIGHT", "person", House.email("lead"), "rank", "2"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Samir Bel changed this week")
                .containsPattern("value=\"" + week(0) + "/NIGHT\" [^>]*checked=\"checked\"")
                .containsPattern("value=\"" + House.email("lead") + "\" selected");
    }

    @Test
    void whatIsMissingIsSaid() {
        var nothing = lead.post("/rota", Caller.FORM, Caller.form(Map.of("deed", "put", "person", "")));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Tick the slots first");
        var noDay = lead.get("/rota?from=yesterday&weeks=many");
        assertThat(noDay.statusCode()).isEqualTo(200);
    }

    @Test
    void theQueueSaysWhoAnswersOrThatNobodyDoes() {
        assertThat(analyst.get("/incidents").body()).contains("/rota");
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        assertThat(agency.get("/incidents").body()).doesNotContain("/rota", "Nobody is on call");
    }

    @Test
    void machinesPlanToo() {
        var night = week(4) + "/NIGHT";
        var body = "{\"slots\": [\"%s\"], \"person\": \"%s\", \"seen\": [{\"monday\": \"%s\", \"version\": 0}]}"
                .formatted(night, House.email("lead"), week(4));
        assertThat(lead.send("PUT", "/api/v1/rota/turns", Caller.JSON, body, Map.of())
                        .statusCode())
                .isEqualTo(204);
        var again = lead.send("PUT", "/api/v1/rota/turns", Caller.JSON, body, Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(analyst.send("PUT", "/api/v1/rota/turns", Caller.JSON, body, Map.of())
                        .statusCode())
                .isEqualTo(403);
        var copied = "{\"week\": \"" + week(5) + "\"}";
        assertThat(lead.post("/api/v1/rota/copy", Caller.JSON, copied).statusCode())
                .isEqualTo(204);
        var swapped = "{\"slots\": [\"%s\", \"%s\"]}".formatted(night, week(6) + "/NIGHT");
        assertThat(lead.post("/api/v1/rota/swap", Caller.JSON, swapped).statusCode())
                .isEqualTo(204);
        var weeks = JsonMapper.shared()
                .readTree(
                        analyst.get("/api/v1/rota?from=" + week(4) + "&weeks=3").body());
        assertThat(weeks.get(0).at("/days/0/night/first").isNull()).isTrue();
        assertThat(weeks.get(1).at("/days/0/night/first/name").asString()).isEqualTo("Samir Bel");
        assertThat(weeks.get(2).at("/days/0/night/first/name").asString()).isEqualTo("Samir Bel");
        assertThat(weeks.get(0).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void onesOwnTurnsGoIntoACalendar() {
        var night = week(8) + "/NIGHT";
        var body = "{\"slots\": [\"%s\"], \"person\": \"%s\", \"rank\": 2}".formatted(night, House.email("analyst"));
        assertThat(lead.send("PUT", "/api/v1/rota/turns", Caller.JSON, body, Map.of())
                        .statusCode())
                .isEqualTo(204);
        var calendar = analyst.get("/rota/mine.ics");
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        var begins = monday.plusWeeks(8)
                .atTime(18, 0)
                .atZone(Paris.ZONE)
                .toInstant()
                .toString()
                .replaceAll("[-:]", "");
        assertThat(calendar.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("UID:" + night.replace('/', '-') + "-2@beffroi\r\n", "DTSTART:" + begins + "\r\n")
                .contains("SUMMARY:Beffroi: on call\\, second\r\n")
                .doesNotContainPattern("[^\r]\n");
        assertThat(lead.get("/rota/mine.ics").body()).doesNotContain(night.replace('/', '-'));
    }

    @Test
    void everybodySaysHowTheyAreCalled() {
        var kept = analyst.post(
                "/account/reach",
                Caller.FORM,
                Caller.form(Map.of("callPhone", "+33 6 39 98 00 02", "callEmail", "claire@dehors.example")));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(analyst.get("/account?reached").body())
                .contains("Noted.", "+33 6 39 98 00 02", "claire@dehors.example");
        var wrong = analyst.post(
                "/account/reach", Caller.FORM, Caller.form(Map.of("callPhone", "ask Marc", "callEmail", "no")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("no telephone number", "no e-mail address", "ask Marc");
        assertThat(analyst.get("/api/v1/account/reach").body()).contains("claire@dehors.example");
        var emptied = analyst.send("PUT", "/api/v1/account/reach", Caller.JSON, "{}", Map.of());
        assertThat(emptied.body()).contains("\"phone\":null");
        var declarant = Caller.signedIn("http://127.0.0.1:" + port, House.email("declarant"));
        assertThat(declarant.get("/account").body()).doesNotContain("callPhone");
    }
}
