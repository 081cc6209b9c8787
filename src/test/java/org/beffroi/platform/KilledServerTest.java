package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beffroi.Beffroi;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The server as people run it, in a process of its own, killed with its database in the midst of declarations. */
class KilledServerTest {
    private static final int ENOUGH = 50;
    private static final String BODY = """
            {"structure":"Essai","name":"Essai","phone":"01 99 00 00 00","foundAt":"2026-01-01T08:00:00Z","description":"Essai",
            "care":"DEGRADED","origin":"UNKNOWN"}""";

    @TempDir
    Path parent;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void keepsEveryAcknowledgedDeclarationAndItsFollowLink() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        int port = freePort();
        Process server = start(port);
        try {
            awaitAnswer(server, port);
            killWhileDeclaring(server, port);
            server = start(port);
            awaitAnswer(server, port);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            for (String follow : acknowledged) {
                assertThat(get(port, "/api/v1" + follow).statusCode())
                        .as(follow)
                        .isEqualTo(200);
            }
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void killWhileDeclaring(Process server, int port) throws InterruptedException {
        long postgres = EmbeddedPostgres.attach(data()).orElseThrow().pid();
        var enough = new CountDownLatch(ENOUGH);
        var declarants = List.of(declarant("one", port, enough), declarant("two", port, enough));
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        server.destroyForcibly();
        ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (Thread declarant : declarants) {
            declarant.join();
        }
    }

    /** Declares until nobody answers. */
    private Thread declarant(String name, int port, CountDownLatch enough) {
        return Thread.ofPlatform().start(() -> {
            var json = new JsonMapper();
            try {
                for (int number = 0; ; number++) {
                    var answer = http.send(declaration(port, name + "-" + number), BodyHandlers.ofString());
                    if (answer.statusCode() == 201) {
                        acknowledged.add(
                                json.readTree(answer.body()).get("follow").asString());
                        enough.countDown();
                    }
                }
            } catch (IOException killed) {
                // As it should be: the lines above hold what was acknowledged before.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static HttpRequest declaration(int port, String key) {
        return HttpRequest.newBuilder(address(port, "/api/v1/declarations"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address(port, path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Path data() {
        return parent.resolve("data");
    }

    private Process start(int port) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Beffroi.class.getName(),
                        "run",
                        "--port=" + port,
                        "--data=" + data())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().remove("BEFFROI_DB_URL");
        return builder.start();
    }

    private Path log() {
        return parent.resolve("log");
    }

    private void awaitAnswer(Process server, int port) throws IOException, InterruptedException {
        while (server.isAlive()) {
            try {
                if (get(port, "/api/v1/questionnaire").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                server.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("The server ended:\n" + Files.readString(log()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
