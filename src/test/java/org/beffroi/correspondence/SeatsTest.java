package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.correspondence.domain.Draft;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.Test;

/** Who may read and write in a conversation, and how much. */
@BeffroiTest
class SeatsTest extends Writers {
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
    void anAgencyReadsTheIncidentOfItsRegionAndNoMessages() {
        var there = town.declares(House.MONT_ALAOUI, "Luc Amiel", "Le laboratoire ne répond plus.");
        assertThat(write(analyst, "/incidents/" + there.reference(), "Between us", Map.of("confirmed", "true"))
                        .statusCode())
                .isEqualTo(302);
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        for (var page : List.of("/incidents/" + there.reference(), "/declarations/" + there.reference())) {
            assertThat(analyst.get("/incidents/" + there.reference()).body()).contains("id=\"correspondence\"");
            assertThat(agency.get(page).statusCode()).isEqualTo(200);
            assertThat(agency.get(page).body())
                    .doesNotContain("id=\"correspondence\"", "id=\"messages\"", "Between us");
            assertThat(agency.get(page + "/messages").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theLinkCannotFloodTheDesk() {
        for (int i = 0; i < 30; i++) {
            assertThat(write(guest, link(), "Message " + i, Map.of()).statusCode())
                    .isEqualTo(302);
        }
        var refused = write(guest, link(), "One too many", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("One too many", "30 messages within an hour");
        assertThat(deskWrites("We are here.").statusCode()).isEqualTo(302);
        SettableClock.at(
                context.getBean(Clock.class).instant().plus(Duration.ofMinutes(61)),
                () -> assertThat(context.getBean(Correspondence.class)
                                .write(
                                        context.getBean(Seats.class).byLink(declared.token()),
                                        new Draft("An hour later", "a-key-of-its-own"))
                                .isNew())
                        .isTrue());
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
}
