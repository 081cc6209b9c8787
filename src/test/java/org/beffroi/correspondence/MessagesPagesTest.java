package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.beffroi.journal.Journal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.Test;

/** The desk and a structure write to each other, by the pages and by the API. */
@BeffroiTest
class MessagesPagesTest extends Writers {
    @Test
    void bothReadWhatTheOtherWrote() {
        assertThat(guest.get(link()).body()).contains("The desk has not written yet");
        assertThat(deskWrites("Please cut the network.").statusCode()).isEqualTo(302);
        assertThat(guest.get(link()).body()).contains("1 unread");
        assertThat(analyst.get(desk() + "/messages").body())
                .contains("Not opened by the structure yet", "Claire Vasseur");
        assertThat(guest.get(link() + "/messages").body())
                .contains("Please cut the network.")
                .doesNotContain("Claire Vasseur");
        assertThat(guest.get(link()).body()).doesNotContain("1 unread");
        assertThat(write(guest, link(), "It is cut.", Map.of()).statusCode()).isEqualTo(302);
        assertThat(analyst.get(desk()).body()).contains("1 unread");
        assertThat(analyst.get(desk() + "/messages").body()).contains("It is cut.", "Opened by the structure");
        assertThat(analyst.get(desk()).body()).doesNotContain("1 unread");
    }

    @Test
    void theDeskMustSayToWhomItWrites() {
        var page = analyst.get(desk() + "/messages").body();
        assertThat(page)
                .contains("The declarant will see this message.", "I send this to Nadia Perrin, who declared for");
        var refused = write(analyst, desk(), "", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-text\"", "href=\"#f-confirmed\"");
        var kept = write(analyst, desk(), "Typed for a long time", Map.of());
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("Typed for a long time");
        assertThat(guest.get(link() + "/messages").body()).contains("Nobody has written yet.");
    }

    @Test
    void theDeskIsToldToCallWhereOnlyALandlineLeadsRoundTheirNetwork() {
        var landline = town.declares(House.MONT_ALAOUI, "Luc Amiel", "Standard de secours : 01 40 12 34 56");
        var page = "/incidents/" + landline.reference() + "/messages";
        assertThat(analyst.get(page).body())
                .contains("The way round their network is a landline, 01\u00A040\u00A012\u00A034\u00A056");
        assertThat(analyst.get(page + "?lang=fr").body()).contains("Le contact de secours est un téléphone fixe");
        assertThat(guest.get("/follow/" + landline.token() + "/messages").body())
                .doesNotContain("landline", "id=\"call\"");
        assertThat(analyst.get(desk() + "/messages").body()).doesNotContain("id=\"call\"");
    }

    @Test
    void theStructureChoosesWhenItIsToldAndTheDeskSeesIt() {
        assertThat(guest.get(link() + "/messages").body())
                .contains("When shall we tell you?", "value=\"AT_ONCE\" checked=\"checked\"");
        var chosen = guest.post(link() + "/messages/timing", Caller.FORM, "timing=DAILY");
        assertThat(chosen.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/messages?kept#timing"));
        assertThat(guest.get(link() + "/messages?kept").body())
                .contains("Noted.", "value=\"DAILY\" checked=\"checked\"");
        assertThat(analyst.get(desk() + "/messages").body())
                .contains("The structure wants to be told once a day")
                .doesNotContain("When shall we tell you?");
        assertThat(guest.post(link() + "/messages/timing", Caller.FORM, "timing=NEVER")
                        .statusCode())
                .isEqualTo(422);
        var api = "/api/v1" + link() + "/messages";
        assertThat(guest.send("PUT", api + "/timing", Caller.JSON, "{\"timing\": \"NOT_AT_NIGHT\"}", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(guest.get(api).body()).contains("\"timing\":\"NOT_AT_NIGHT\"");
        assertThat(guest.send("PUT", api + "/timing", Caller.JSON, "{}", Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(write(analyst, desk(), "Now-8831", Map.of("confirmed", "true", "urgent", "true"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(guest.get(api).body()).contains("Now-8831");
    }

    @Test
    void aDoubleClickIsOneMessage() {
        var key = UUID.randomUUID().toString();
        try (var clicks = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .mapToObj(click -> clicks.submit(
                            () -> write(analyst, desk(), "Only once-4471", Map.of("confirmed", "true", "key", key))))
                    .toList()
                    .forEach(click -> assertThat(click).succeedsWithin(Duration.ofSeconds(20)));
        }
        assertThat(guest.get(link() + "/messages").body()).containsOnlyOnce("Only once-4471");
        var other = write(analyst, desk(), "Other words", Map.of("confirmed", "true", "key", key));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("Other words", "Another message was sent");
    }

    @Test
    void fillsTheBoxWithAnOutline() {
        assertThat(analyst.get(desk() + "/messages?outline=received").body())
                .contains("Good day Nadia Perrin,", "We have read your declaration " + declared.reference());
        assertThat(guest.get(link() + "/messages?outline=received").body()).doesNotContain("We have read your");
    }

    @Test
    void aStructureThatJoinedAnotherIncidentKeepsItsOwnConversation() {
        var neighbour = town.declares(House.MONT_ALAOUI, "Luc Amiel", "Le laboratoire ne répond plus.");
        deskWrites("For Vallebrune alone");
        var joined = analyst.post(
                "/api/v1/incidents/" + neighbour.reference() + "/declarations",
                Caller.JSON,
                "{\"declaration\": \"%s\", \"because\": \"Same\"}".formatted(declared.reference()));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        assertThat(analyst.get("/incidents/" + neighbour.reference()).body())
                .contains("/incidents/" + declared.reference() + "/messages")
                .contains("/incidents/" + neighbour.reference() + "/messages");
        assertThat(analyst.get("/incidents/" + neighbour.reference() + "/messages")
                        .body())
                .doesNotContain("For Vallebrune alone");
        assertThat(guest.get("/follow/" + neighbour.token() + "/messages").body())
                .doesNotContain("For Vallebrune alone");
        assertThat(guest.get(link() + "/messages").body()).contains("For Vallebrune alone");
    }

    @Test
    void theApiDoesTheSame() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/v1" + desk() + "/messages";
        assertThat(analyst.post(path, Caller.JSON, "{\"text\": \"By machine\"}", key)
                        .statusCode())
                .isEqualTo(201);
        assertThat(analyst.post(path, Caller.JSON, "{\"text\": \"By machine\"}", key)
                        .statusCode())
                .isEqualTo(200);
        var wrong = analyst.post(path, Caller.JSON, "{}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"text\"", "\"key\"");
        assertThat(guest.get("/api/v1" + link() + "/messages").body())
                .containsOnlyOnce("By machine")
                .contains("\"unread\":1");
        assertThat(guest.get("/api/v1" + link() + "/messages").body()).contains("\"unread\":0");
        assertThat(guest.post("/api/v1" + link() + "/messages", Caller.JSON, "{\"text\": \"Back\"}", key)
                        .statusCode())
                .isEqualTo(201);
        assertThat(analyst.get(path).body()).contains("Back", "\"unread\":1");
        assertThat(analyst.get(path + "/outlines").body()).contains("\"received\"", declared.reference());
    }

    @Test
    void anotherLanguageKeepsWhatWasTypedAndSendsNothing() {
        var french = write(analyst, desk(), "Half a sentence", Map.of("confirmed", "true", "lang", "fr"));
        assertThat(french.statusCode()).isEqualTo(200);
        assertThat(french.body()).contains("Half a sentence", "Le déclarant verra ce message.");
        assertThat(guest.get(link() + "/messages").body()).doesNotContain("Half a sentence");
    }

    @Test
    void figuresKnowThatAndWhenAStructureAnswered() {
        var before = context.getBean(Journal.class);
        var seen = before.asKnownAt(
                        context.getBean(Clock.class).instant(), World.NATIONAL, List.of("correspondence.written"))
                .size();
        write(guest, link(), "Unasked-8812", Map.of());
        deskWrites("Question-8812");
        write(guest, link(), "Answer-8812", Map.of());
        write(guest, link(), "More-8812", Map.of());
        var facts = before
                .asKnownAt(context.getBean(Clock.class).instant(), World.NATIONAL, List.of("correspondence.written"))
                .stream()
                .skip(seen)
                .toList();
        assertThat(facts)
                .extracting(fact -> fact.data().get("by") + " " + fact.data().get("first"))
                .containsExactly("STRUCTURE false", "DESK true", "STRUCTURE true", "STRUCTURE false");
        assertThat(facts.toString()).doesNotContain("Question", "Answer");
    }
}
