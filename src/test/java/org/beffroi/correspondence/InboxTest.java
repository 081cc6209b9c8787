package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Inbox;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.Test;

/** What waits at the desk, and who does not answer it. */
@BeffroiTest
class InboxTest extends Writers {
    @Test
    void theDeskSeesWhatItHasNotOpenedAndWhoDoesNotAnswer() {
        var reference = declared.reference();
        var inbox = analyst.get("/messages").body();
        assertThat(inbox).doesNotContain(reference);
        write(guest, link(), "We need help", Map.of());
        assertThat(analyst.get("/api/v1/messages").body())
                .containsOnlyOnce(reference)
                .doesNotContain("We need help");
        assertThat(analyst.get("/messages").body()).contains(reference, "1 unread");
        analyst.get(desk() + "/messages");
        assertThat(analyst.get("/messages").body()).doesNotContain(reference);
    }

    @Test
    void aStructureIsSilentAfterADayUntilItAnswersOrTheIncidentIsClosed() {
        var inbox = context.getBean(Inbox.class);
        var viewer = House.of(context).viewer("analyst");
        deskWrites("Are you there?");
        var now = context.getBean(Clock.class).instant();
        SettableClock.at(
                now.plus(Duration.ofHours(23)),
                () -> assertThat(silent(inbox, viewer)).isEmpty());
        SettableClock.at(now.plus(Duration.ofHours(25)), () -> {
            assertThat(silent(inbox, viewer)).extracting(Inbox.Letter::opened).containsExactly(false);
            guest.get(link() + "/messages");
            assertThat(silent(inbox, viewer)).extracting(Inbox.Letter::opened).containsExactly(true);
            write(guest, link(), "We are.", Map.of());
            assertThat(silent(inbox, viewer)).isEmpty();
        });
        deskWrites("And now?");
        town.treats(declared, "Rappelés.");
        SettableClock.at(
                now.plus(Duration.ofDays(2)),
                () -> assertThat(silent(inbox, viewer)).hasSize(1));
        town.closes(declared);
        SettableClock.at(
                now.plus(Duration.ofDays(2)),
                () -> assertThat(silent(inbox, viewer)).isEmpty());
        assertThat(analyst.get(desk() + "/messages?outline=reminder").body()).contains("have had no answer yet");
    }

    @Test
    void onePressAnswersAndTheSecondPressChangesNothing() {
        assertThat(guest.get(link()).body()).doesNotContain("One press is enough");
        deskWrites("How far are you?");
        var page = guest.get(link()).body();
        assertThat(page)
                .contains("One press is enough", "We are still working on it", "Back to normal", "We need help");
        var key = page.replaceFirst("(?s)^.*name=\"key\" value=\"([^\"]+)\">\\s*<button[^>]*value=\"normal\".*$", "$1");
        var press = Caller.form(Map.of("key", key, "quick", "normal"));
        for (int i = 0; i < 2; i++) {
            assertThat(guest.post(link() + "/messages", Caller.FORM, press).statusCode())
                    .isEqualTo(302);
        }
        assertThat(guest.get(link() + "/messages").body()).containsOnlyOnce("We are back to normal.");
        assertThat(guest.get(link()).body()).doesNotContain("One press is enough");
        assertThat(analyst.get("/messages").body()).contains(declared.reference(), "1 unread");
    }

    private List<Inbox.Letter> silent(Inbox inbox, Viewer viewer) {
        return inbox.look(viewer).silent().stream()
                .filter(line -> line.reference().toString().equals(declared.reference()))
                .toList();
    }
}
