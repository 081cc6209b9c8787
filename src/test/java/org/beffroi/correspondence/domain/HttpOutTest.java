package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.Test;

/** Whoever is written to cannot hold us. */
class HttpOutTest {
    private static HttpOut out(int millis) {
        return new HttpOut(SystemDefaultDnsResolver.INSTANCE, Duration.ofMillis(millis));
    }

    /** The line is opened by the machine's own system; nobody ever takes it up. */
    @Test
    void isDoneWithOneThatTakesTheLineAndSaysNothing() throws Exception {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var began = Instant.now();
            assertThatThrownBy(() -> out(400).send(new HttpPost("http://127.0.0.1:" + mute.getLocalPort())))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void saysWhoItIsAndKeepsNothingOfWhatIsAnswered() throws Exception {
        try (var receiver = new Receiver().alive()) {
            assertThat(out(3_000).send(new HttpPost(receiver.address()))).isBetween(200, 299);
            assertThat(out(3_000).send(new HttpPost(receiver.address()))).isBetween(200, 299);
            assertThat(receiver.heard()).hasSize(2).allSatisfy(heard -> {
                assertThat(heard.header("user-agent")).isEqualTo("Beffroi");
                assertThat(heard.header("cookie")).isEmpty();
                assertThat(heard.header("accept-encoding")).isEmpty();
            });
        }
    }
}
