package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.beffroi.testing.Caller;
import org.beffroi.testing.Crowd;
import org.beffroi.testing.House;
import org.beffroi.testing.OwnServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The database dies, or hangs, under a server that goes on: nothing acknowledged is lost, nothing is doubled, nobody is left waiting. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseAwayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** The pool's second, and a second for each of the three who may ask in one request. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private OwnServer server;
    private Caller guest;
    private Caller analyst;
    private Caller machine;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = OwnServer.start(folder);
        House.of(server.context());
        guest = Caller.guest(server.address());
        analyst = Caller.signedIn(server.address(), House.email("analyst"));
        var grant = new ApiTokens.Grant("machine", Role.ANALYST, null, Set.of(), Duration.ofHours(1));
        machine = Caller.machine(
                server.address(), server.context().getBean(ApiTokens.class).make(grant, Viewer.system("test")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void startsItsKilledDatabaseAgainAndLosesNothing() throws Exception {
        var before = server.count("declaration.declaration");
        var restarts = EmbeddedPostgres.restarts(server.data()).size();
        var crowd = new Crowd(server.address(), "Essai");
        var first = server.postgres();
        var declarants = crowd.declares(enough -> enough >= 120);
        await().atMost(SOON).until(() -> crowd.acknowledged().size() >= 40);
        first.destroyForcibly();
        for (var declarant : declarants) {
            declarant.join();
        }

        var kept = crowd.acknowledged();
        assertThat(crowd.refused()).isPositive();
        assertThat(crowd.longest()).isLessThan(PATIENCE);
        assertThat(new HashSet<>(kept.values())).hasSameSizeAs(kept.keySet());
        assertThat(server.count("declaration.declaration") - before).isEqualTo(kept.size());
        assertThat(server.postgres().pid()).isNotEqualTo(first.pid());
        assertThat(EmbeddedPostgres.restarts(server.data())).hasSize(restarts + 1);
        everyDeclarationReachesTheQueue();
    }

    @Test
    void answersInWordsWhileTheDatabaseHangsAndGoesOnAfterwards() throws Exception {
        var crowd = new Crowd(server.address(), "Essai");
        assertThat(crowd.byMachine("before-the-hang")).isNotEmpty();
        var before = server.count("declaration.declaration");
        var postgres = server.postgres();
        OwnServer.signal("STOP", postgres);
        try {
            everybodyIsAnswered();
            assertThat(crowd.byMachine("during-the-hang")).isEmpty();
        } finally {
            OwnServer.signal("CONT", postgres);
        }
        await().atMost(SOON).until(() -> !crowd.byMachine("during-the-hang").isEmpty());
        assertThat(crowd.byMachine("during-the-hang")).isEqualTo(crowd.byMachine("during-the-hang"));
        assertThat(server.count("declaration.declaration")).isEqualTo(before + 1);
        assertThat(server.postgres().pid()).isEqualTo(postgres.pid());
        assertThat(analyst.get("/incidents").statusCode()).isEqualTo(200);
        everyDeclarationReachesTheQueue();
    }

    @Test
    void answersInWordsWhileTheDatabaseCannotStartAndGoesOnWhenItCan() throws Exception {
        var crowd = new Crowd(server.address(), "Essai");
        var needed = server.data().resolve("postgresql/cluster/PG_VERSION");
        var aside = needed.resolveSibling("aside");
        var restarts = EmbeddedPostgres.restarts(server.data()).size();
        var postgres = server.postgres();
        Files.move(needed, aside);
        try {
            postgres.destroyForcibly();
            postgres.onExit().join();
            everybodyIsAnswered();
            assertThat(crowd.byMachine("while-it-cannot")).isEmpty();
        } finally {
            Files.move(aside, needed);
        }
        await().atMost(SOON).until(() -> !crowd.byMachine("while-it-cannot").isEmpty());
        await().atMost(SOON)
                .until(() -> EmbeddedPostgres.restarts(server.data()).size() > restarts);
        assertThat(analyst.get("/incidents").statusCode()).isEqualTo(200);
        everyDeclarationReachesTheQueue();
    }

    private void everybodyIsAnswered() throws InterruptedException {
        var wrongPassword = Caller.form(Map.of("username", "a@b.example", "password", "not-the-one", "_csrf", "x"));
        var signsIn = Caller.guest(server.address());
        List<Callable<HttpResponse<String>>> pages = List.of(
                () -> analyst.get("/incidents"),
                () -> analyst.get("/nowhere"),
                () -> analyst.post("/incidents/BEF-2026-000001-A/notes", Caller.FORM, "text=x"),
                () -> signsIn.send("POST", "/sign-in", Caller.FORM, wrongPassword, Map.of("Cookie", "XSRF-TOKEN=x")),
                () -> guest.get("/observatory"));
        List<Callable<HttpResponse<String>>> problems = List.of(
                () -> machine.get("/api/v1/incidents"),
                () -> analyst.get("/api/v1/incidents"),
                () -> guest.get("/api/v1/observatory"));
        try (var threads = Executors.newFixedThreadPool(pages.size() + problems.size())) {
            var start = System.nanoTime();
            for (var answer : threads.invokeAll(pages)) {
                Crowd.isAClearPage(answer.resultNow());
            }
            for (var answer : threads.invokeAll(problems)) {
                Crowd.isAClearProblem(answer.resultNow());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(2));
        }
        // What needs no database goes on: the form can be read, and filled in.
        assertThat(guest.get("/declare").statusCode()).isEqualTo(200);
        assertThat(guest.get("/").statusCode()).isEqualTo(200);
    }

    /** Each minute, on a real server. */
    private void everyDeclarationReachesTheQueue() {
        var retelling = server.context().getBean(Retelling.class);
        await().atMost(SOON).until(() -> {
            retelling.tellAgain();
            return server.count("platform.event_publication") == 0;
        });
        assertThat(server.count("incident.incident_declaration")).isEqualTo(server.count("declaration.declaration"));
    }
}
