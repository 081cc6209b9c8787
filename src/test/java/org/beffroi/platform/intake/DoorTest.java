package org.beffroi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.beffroi.testing.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door alone, before a servlet that says what it was sent. Time stands still until a test moves it. */
class DoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST = 32 << 20;

    @TempDir
    java.nio.file.Path folder;

    private final AtomicLong now = new AtomicLong();
    private final Unfinished unfinished = new Unfinished(64 << 20, MOST);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final CountDownLatch atWork = new CountDownLatch(2);
    private final Tomcat tomcat = new Tomcat();
    private String address = "";

    private final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (FORM.equals(request.getContentType())) {
                response.getWriter().print("text=" + request.getParameter("text"));
            } else {
                response.getWriter().print("bytes=" + request.getInputStream().readAllBytes().length);
            }
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            atWork.countDown();
            try {
                mayFinish.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            response.getWriter().print("done");
        }
    }

    @BeforeEach
    void opens() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
        var connector = new Connector(LineProtocol.class.getName());
        connector.setPort(0);
        // Longer than any test: nobody is told to go because he is silent.
        connector.setProperty("connectionTimeout", "600000");
        tomcat.setConnector(connector);
        if (tomcat.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            tomcat.getConnector().setProperty("maxSwallowSize", String.valueOf(32 << 20));
        }
        tomcat.getEngine()
                .getPipeline()
                .addValve(new Door(2, unfinished, new Patience(Duration.ofSeconds(30), 1024, now::get)));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/", "echo");
        tomcat.start();
        address = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    @AfterEach
    void closes() throws LifecycleException {
        mayFinish.countDown();
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void readsAFormThatComesInPieces() {
        try (var line = Line.to(address).posts("/", FORM, 12)) {
            for (var piece : List.of("te", "xt=", "h%C3%A", "9")) {
                line.says(piece);
            }
            assertThat(line.hears()).startsWith("HTTP/1.1 200").endsWith("text=hé");
        }
        untilFree();
    }

    @Test
    void readsABodyThatComesAtOnce() {
        try (var line = Line.to(address)) {
            line.says("""
                    POST / HTTP/1.1\r
                    Host: a\r
                    Connection: close\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 6\r
                    \r
                    text=a""");
            assertThat(line.hears()).endsWith("text=a");
        }
    }

    @Test
    void readsAChunkedBodyAndTheNextRequestOfTheSameConnection() {
        try (var line = Line.to(address)) {
            line.says("""
                    POST / HTTP/1.1\r
                    Host: a\r
                    Transfer-Encoding: chunked\r
                    Content-Type: a/b\r
                    \r
                    3\r
                    abc\r
                    """);
            line.says("""
                    2\r
                    de\r
                    0\r
                    \r
                    POST / HTTP/1.1\r
                    Host: a\r
                    Connection: close\r
                    Content-Length: 4\r
                    \r
                    ab""");
            line.says("cd");
            assertThat(line.hears()).contains("bytes=5").endsWith("bytes=4");
        }
    }

    @Test
    void refusesABodyThatIsTooLongHoweverItsLengthIsSaid() {
        try (var line = Line.to(address).posts("/", FORM, Door.LONGEST_FORM + 1)) {
            line.says(new byte[Door.LONGEST_FORM + 1]);
            assertThat(line.hearsStatus()).startsWith("HTTP/1.1 413");
        }
        try (var line = Line.to(address)) {
            line.says("POST /api/v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            var chunk = new byte[1 << 20];
            for (int i = 0; i < 13; i++) {
                line.says("100000\r\n").says(chunk).says("\r\n");
            }
            assertThat(line.says("0\r\n\r\n").hearsStatus()).startsWith("HTTP/1.1 413");
        }
        untilFree();
    }

    @Test
    void refusesAChunkedBodyThatIsBroken() {
        try (var line = Line.to(address)) {
            line.says("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n");
            assertThat(line.hearsStatus()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void endsABodyThatNeverEnds() {
        try (var line = Line.to(address).posts("/", FORM, 1000)) {
            line.says("text=");
            untilHeld(Unfinished.LEAST + 5);
            now.set(Duration.ofSeconds(31).toNanos());
            assertThat(line.says("a").hears()).startsWith("HTTP/1.1 408").contains("Connection: close");
        }
        untilFree();
    }

    @Test
    void givesTimeForWhatKeepsComing() {
        var length = 100 * 1024;
        try (var line = Line.to(address).posts("/", "a/b", length)) {
            for (int sent = 1024; sent < length; sent += 1024) {
                line.says(new byte[1024]);
                untilHeld(Unfinished.LEAST + sent);
                now.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            // The last of it completes the body: from then on nothing is held.
            assertThat(line.says(new byte[1024]).hears()).endsWith("bytes=" + length);
        }
    }

    /** A few milliseconds: what was said has to arrive. */
    private void untilHeld(long bytes) {
        until(held -> held >= bytes);
    }

    /** An answer is heard a moment before its request is over. */
    private void untilFree() {
        until(held -> held == 0);
    }

    private void until(LongPredicate isSo) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isSo.test(unfinished.held())) {
            assertThat(System.nanoTime()).as("held %d", unfinished.held()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void letsNoMoreInThanThereArePlaces() throws InterruptedException {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 5; i++) {
            lines.add(Line.to(address).says("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
        }
        atWork.await();
        try (var slow = Line.to(address).posts("/", FORM, 6)) {
            slow.says("text=");
            untilHeld(Unfinished.LEAST + 5);
            mayFinish.countDown();
            for (var line : lines) {
                assertThat(line.hears()).endsWith("done");
                line.close();
            }
            assertThat(slow.says("b").hears()).endsWith("text=b");
        }
    }

    /** Whoever sends much and then nothing is not waited for: his memory is free as soon as another needs it. */
    @Test
    void endsTheSilentWhoHoldTooMuch() {
        var silent = new ArrayList<Line>();
        for (int i = 0; i < 6; i++) {
            silent.add(Line.to(address)
                    .posts("/", "a/b", Door.LONGEST_FORM)
                    .says(new byte[Door.LONGEST_FORM - (1 << 20)]));
        }
        // The last two have room; the first four are told so, though their lines say nothing.
        assertThat(silent.subList(0, 4))
                .allSatisfy(line -> assertThat(line.hearsStatus()).startsWith("HTTP/1.1 408"));
        assertThat(unfinished.held()).isLessThanOrEqualTo(MOST);
        silent.forEach(Line::close);
        untilFree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3\r\nContent-Length: 4", "Content-Length: -1", "Content-Length: +3"})
    void refusesALengthThatMayBeReadInTwoWays(String lengths) {
        try (var line = Line.to(address)) {
            line.says("POST / HTTP/1.1\r\nHost: a\r\n" + lengths + "\r\n\r\nabc");
            assertThat(line.hears()).startsWith("HTTP/1.1 400").contains("Connection: close");
        }
        untilFree();
    }
}
