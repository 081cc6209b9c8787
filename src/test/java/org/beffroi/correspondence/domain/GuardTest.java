package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.beffroi.shared.FieldErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes this house knock at a door behind it. */
class GuardTest {
    private static final Guard GUARD = new Guard("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "168.63.129.16",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.2.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001::1",
                "fec0::1",
                "::7f00:1"
            })
    void nothingButTheInternetIsReached(String address) {
        assertThat(GUARD.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "2001:4860:4860::8888",
                "2a01:e0a::1"
            })
    void theInternetIs(String address) {
        assertThat(GUARD.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNetworkOfOnesOwnCanBeAllowedButNeverWhereACloudHandsOutItsKeys() {
        var guard = new Guard("10.20.0.0/16, 169.254.0.0/16 fe80::/10 168.63.0.0/16 100.64.0.0/10 192.0.0.0/24");
        assertThat(guard.allows(InetAddress.ofLiteral("10.20.3.4"))).isTrue();
        assertThat(guard.allows(InetAddress.ofLiteral("10.21.3.4"))).isFalse();
        assertThat(List.of("169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192"))
                .noneMatch(keys -> guard.allows(InetAddress.ofLiteral(keys)));
        assertThat(guard.allows(InetAddress.ofLiteral("100.100.100.201"))).isTrue();
        assertThat(guard.allows(InetAddress.ofLiteral("fe80::1"))).isFalse();
        assertThat(guard.allowsLoopback()).isFalse();
        assertThat(new Guard("127.0.0.0/8 ::1").allowsLoopback()).isTrue();
        assertThatThrownBy(() -> new Guard("ten")).hasMessageContaining("BEFFROI_WEBHOOKS_NETWORKS");
    }

    /** A real machine listens there, and hears nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "127.1", "0.0.0.0", "127.0.0.1."})
    void nothingIsConnectedToHoweverItIsWritten(String host) {
        try (var behind = new Receiver().alive()) {
            var out = new HttpOut(GUARD, Duration.ofSeconds(3));
            assertThat(catchThrowableOfType(
                            IOException.class, () -> out.send(new HttpPost("http://" + host + ":" + behind.port()))))
                    .isInstanceOf(IOException.class);
            assertThat(behind.heard()).isEmpty();
        }
    }

    /** The name was good when it was looked at, and leads behind the house when it is connected to; or to both at once. */
    @Test
    void aNameThatLeadsElsewhereByThenIsRefusedThen() throws Exception {
        var good = InetAddress.ofLiteral("8.8.8.8");
        var bad = InetAddress.getLoopbackAddress();
        var answers = new ArrayDeque<>(
                List.of(new InetAddress[] {good}, new InetAddress[] {bad}, new InetAddress[] {good, bad}));
        var rebinding = new Guard("", name -> answers.remove());
        assertThat(rebinding.resolve("soc.example")).containsExactly(good);
        try (var behind = new Receiver().alive()) {
            var out = new HttpOut(rebinding, Duration.ofSeconds(3));
            for (int times = 0; times < 2; times++) {
                assertThatThrownBy(() -> out.send(new HttpPost("http://soc.example:" + behind.port())))
                        .isInstanceOf(Guard.Forbidden.class);
            }
            assertThat(behind.heard()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var behind = new Receiver().alive();
                var front = new Receiver().alive().leadingTo(behind.address())) {
            var out = new HttpOut(new Guard("127.0.0.0/8"), Duration.ofSeconds(3));
            assertThat(out.send(new HttpPost(front.address()))).isEqualTo(307);
            assertThat(behind.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', unreadable",
        "soc.example/x, unreadable",
        "https://, unreadable",
        "https://a b/, unreadable",
        "http://soc.example/x, https",
        "ftp://soc.example/x, https",
        "http://127.0.0.1/x, https",
        "https://user:pass@soc.example/x, user",
        "https://127.0.0.1/x, private",
        "https://localhost/x, private",
        "https://[::1]/x, private",
        "https://10.1.2.3/x, private",
        "https://169.254.169.254/latest/meta-data/, private"
    })
    void aWrongAddressIsSaidToBeSoWhenItIsTyped(String typed, String why) {
        assertThatThrownBy(() -> WebhookAddress.read(typed, GUARD, FieldErrors.NONE))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .singleElement()
                                .satisfies(error -> {
                                    assertThat(error.field()).isEqualTo("address");
                                    assertThat(error.key()).isEqualTo("correspondence.webhook.error." + why);
                                }));
    }

    @Test
    void ofAGoodOneOnlySchemeAndHostAreShown() {
        var read = WebhookAddress.read(" https://soc.example:8443/hooks/t0ken?key=hidden ", GUARD, FieldErrors.NONE);
        assertThat(read.shown()).isEqualTo("https://soc.example:8443");
        assertThat(WebhookAddress.read("http://127.0.0.1:9/x", new Guard("127.0.0.0/8"), FieldErrors.NONE)
                        .shown())
                .isEqualTo("http://127.0.0.1:9");
    }
}
