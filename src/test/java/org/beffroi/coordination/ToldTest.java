package org.beffroi.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever declares sees who would be told and of what, before sending; and afterwards how much time is left for what is theirs to do. */
@BeffroiTest
class ToldTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Map<String, String> typed = new HashMap<>();
    private Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyFillsIn() {
        House.of(context);
        guest = Caller.guest("http://127.0.0.1:" + port);
        typed.putAll(Map.of(
                "key", UUID.randomUUID().toString(),
                "structure", House.VALLEBRUNE,
                "name", "Nadia Perrin",
                "phone", "06 39 98 12 34",
                "foundAt", clock.instant().minusSeconds(3600).toString(),
                "description", "Des dossiers de patients sont en ligne.",
                "care", "DEGRADED",
                "dataKinds", "HEALTH",
                "dataEffects", "DISCLOSED",
                "origin", "MALICIOUS"));
    }

    private String posted(Map<String, String> more) {
        var fields = new HashMap<>(typed);
        fields.putAll(more);
        var answer = guest.post("/declare", Caller.FORM, Caller.form(fields));
        return answer.statusCode() == 303
                ? guest.get(answer.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceFirst("^https?://[^/]*", ""))
                        .body()
                : answer.body();
    }

    private long declarations() {
        return jdbc.sql("select count(*) from declaration.declaration where idempotency_key = :key")
                .param("key", typed.get("key"))
                .query(Long.class)
                .single();
    }

    @Test
    void beforeSendingItIsSeenAndNothingIsSent() {
        var page = posted(Map.of("look", "true"));
        assertThat(page)
                .contains("Who would be told", "(CNIL)", "would see these", "you tell them yourself")
                .contains("Regional health agency", "the desk tells them", "Des dossiers de patients sont en ligne.");
        assertThat(declarations()).isZero();
    }

    /** What is missing is no reason not to look. */
    @Test
    void aFormThatIsNotFinishedIsLookedAtAsItIs() {
        typed.remove("name");
        typed.remove("dataEffects");
        var page = posted(Map.of("look", "true"));
        assertThat(page).contains("Who would be told").doesNotContain("(CNIL)", "id=\"errors\"");
    }

    @Test
    void afterwardsTheClocksAreSeenByWhoeverDeclaredAndNotWhatTheDeskJudges() {
        var receipt = posted(Map.of());
        assertThat(declarations()).isOne();
        assertThat(receipt)
                .contains("Who is told of it", "(CNIL)", "70 h left", "Yours to tell.")
                .contains("The desk tells them.")
                .doesNotContain("leads");
    }
}
