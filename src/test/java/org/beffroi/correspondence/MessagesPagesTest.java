package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
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
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The desk and a structure write to each other, by the pages and by the API. */
@BeffroiTest
class MessagesPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Town town;
    private Town.Declared declared;
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyHasDeclared() {
        var address = "http://127.0.0.1:" + port;
        town = new Town(context);
        declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Plus aucun poste n’ouvre.");
        analyst = Caller.signedIn(address, House.email("analyst"));
        guest = Caller.guest(address);
    }

    private String desk() {
        return "/incidents/" + declared.reference();
    }

    private String link() {
        return "/follow/" + declared.token();
    }

    private static HttpResponse<String> write(Caller caller, String page, String text, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("text", text);
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        return caller.post(page + "/messages", Caller.FORM, Caller.form(fields));
    }

    private HttpResponse<String> deskWrites(String text) {
        return write(analyst, desk(), text, Map.of("confirmed", "true"));
    }

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
    void aDoubleClickIsOneMessage() {
        var key = UUID.randomUUID().toString();
        try (var clicks = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .mapToObj(click -> clicks.submit(
                            () -> write(analyst, desk(), "Only once-4471", Map.of("confirmed", "true", "key", key))))
                    .toList()
                    .forEach(click -> assertThat(click).succeedsWithin(java.time.Duration.ofSeconds(20)));
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
    void onlyTheStructureAndTheDeskHaveASeat() {
        deskWrites("For Vallebrune alone");
        var address = "http://127.0.0.1:" + port;
        var own = "/declarations/" + declared.reference();
        town.treats(declared, "Rappelés.");
        var declarant = Caller.signedIn(address, House.email("declarant"));
        assertThat(declarant.get(own).body()).contains("1 unread");
        assertThat(declarant.get(own + "/messages").body()).contains("For Vallebrune alone");
        assertThat(write(declarant, own, "By our account", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(analyst.get(desk() + "/messages").body()).contains("By our account", "Nadia Perrin");
        var neighbour = Caller.signedIn(address, House.email("neighbour"));
        assertThat(neighbour.get(own + "/messages").statusCode()).isEqualTo(404);
        assertThat(write(neighbour, own, "Mine", Map.of()).statusCode()).isEqualTo(404);
        assertThat(declarant.get(desk() + "/messages").statusCode()).isEqualTo(403);
    }

    @Test
    void theLinkIsShutOnceTheStructureHasTakenTheDeclarationOver() {
        deskWrites("Before that");
        var address = "http://127.0.0.1:" + port;
        town.treats(declared, "Rappelés.");
        var declarant = Caller.signedIn(address, House.email("declarant"));
        var sheet = "{\"structure\": \"%s\", \"name\": \"N\", \"phone\": \"06 12 34 56 78\", \"care\": \"INTERRUPTED\","
                        .formatted(House.VALLEBRUNE)
                + " \"foundAt\": \"2026-03-01T03:10:00Z\", \"description\": \"D\"}";
        var taken = declarant.post(
                "/api/v1/declarations/" + declared.reference() + "/versions?basedOn=1", Caller.JSON, sheet);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(guest.get(link() + "/messages").statusCode()).isEqualTo(409);
        assertThat(guest.get(link() + "/messages").body()).doesNotContain("Before that");
        assertThat(write(guest, link(), "Still me", Map.of()).statusCode()).isEqualTo(409);
        assertThat(guest.get(link()).body()).doesNotContain("Messages with the desk");
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
