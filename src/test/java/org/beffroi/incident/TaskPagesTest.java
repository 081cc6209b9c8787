package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A playbook is begun, followed, and one's own handed in: by forms, as they are without scripts. */
@BeffroiTest
class TaskPagesTest {
    private static final String OWN = """
            ---
            key: water
            edition: 1
            causes: []
            tasks:
              - {key: pump, party: IT}
            ---
            # <b>Water</b>

            ## pump: Pump <i>it</i> out

            Call <script>alert(1)</script> the *brigade*.
            """;

    private final String address;
    private final ApplicationContext context;
    private String tasks = "";

    TaskPagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void somethingHappened() {
        var told = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Demande de rançon.");
        tasks = "/incidents/" + told.reference() + "/tasks";
    }

    private Caller signedIn(String who) {
        return Caller.signedIn(address, House.email(who));
    }

    private static int post(Caller who, String at, Map<String, String> form) {
        return who.post(at, Caller.FORM, Caller.form(form)).statusCode();
    }

    @Test
    void aPlaybookIsFollowedTaskByTask() {
        var analyst = signedIn("analyst");
        assertThat(post(analyst, tasks + "/playbook", Map.of("playbook", "ransomware")))
                .isEqualTo(302);
        var page = analyst.get(tasks + "?lang=en").body();
        assertThat(page).contains("Ransomware", "0 of 14 done", "Unplug the network, not the power");
        var backups = page.substring(page.indexOf("Find out which backups are whole"));
        var step = backups.replaceFirst("(?s).*?action=\"([^\"]+)\".*", "$1");
        var refused = analyst.post(step, Caller.FORM, Caller.form(Map.of("step", "DONE", "because", "")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("What comes before this task is still open");
        assertThat(post(analyst, step, Map.of("step", "DONE", "because", "Poste isolé")))
                .isEqualTo(302);
        assertThat(analyst.get(tasks).body()).contains("1 of 14 done", "Poste isolé");
        assertThat(analyst.get(tasks.replace("/tasks", "")).body())
                .contains("1 of 14 done", "Playbook begun: Ransomware", "href=\"#tasks\"");
    }

    @Test
    void whatWasTypedWrongComesBack() {
        var analyst = signedIn("analyst");
        var answer = analyst.post(tasks, Caller.FORM, Caller.form(Map.of("task", "", "due", "2026-01-03T02:10")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Say what has to be done", "2026-01-03T02:10");
        assertThat(post(analyst, tasks, Map.of("task", "Appeler le voisin", "party", "DIRECTION")))
                .isEqualTo(302);
        assertThat(analyst.get(tasks).body()).contains("Appeler le voisin", "Management");
    }

    @Test
    void theLeadHandsInOneOfTheHousesOwnWhichIsTextAndNeverMarkup() {
        var lead = signedIn("lead");
        assertThat(post(signedIn("analyst"), "/incidents/playbooks", Map.of("playbook", OWN)))
                .isEqualTo(403);
        var wrong = lead.post(
                "/incidents/playbooks", Caller.FORM, Caller.form(Map.of("playbook", OWN.replace("IT}", "US}"))));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("there is no party US", "key: water");
        assertThat(post(lead, "/incidents/playbooks", Map.of("playbook", OWN))).isEqualTo(302);
        assertThat(lead.get("/incidents/playbooks/water").body())
                .contains("&lt;b&gt;Water&lt;/b&gt;", "Call alert(1) the brigade.")
                .doesNotContain("<script>alert");
        assertThat(post(lead, "/incidents/playbooks/water/removal", Map.of())).isEqualTo(302);
        assertThat(lead.get("/incidents/playbooks/water").statusCode()).isEqualTo(404);
    }

    @Test
    void takesInCacao() {
        var cacao = """
                {"type": "playbook", "spec_version": "cacao-2.0", "name": "Panda", "workflow_start": "start--1", "workflow": {
                 "start--1": {"type": "start", "on_completion": "action--1"},
                 "action--1": {"type": "action", "name": "Look at it"}}}
                """;
        var lead = signedIn("lead");
        assertThat(post(lead, "/incidents/playbooks", Map.of("playbook", cacao)))
                .isEqualTo(302);
        assertThat(lead.get("/incidents/playbooks/panda").body()).contains("Look at it");
        var again = Map.of("playbook", cacao.replace("Look at it", "Look again"));
        assertThat(post(lead, "/incidents/playbooks", again)).isEqualTo(302);
        assertThat(lead.get("/api/v1/incidents/playbooks/panda").body()).contains("Look again");
    }
}
