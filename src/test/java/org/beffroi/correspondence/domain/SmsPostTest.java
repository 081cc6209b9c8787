package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a gateway hears, and what we hear of its answers. */
class SmsPostTest {
    private static final Sms SMS =
            new Sms("0198-a", "+33612345678", "Un message \"vous\" attend\nA & B: {to} é \\ 100%");
    private static final String JSON = "{\"to\": \"{to}\", \"text\": \"{text}\", \"id\": \"{id}\"}";

    private final Receiver gateway = new Receiver().alive();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private SmsSettings settings(String method, String type, String body, String path) {
        return new SmsSettings(gateway.address() + path, method, "Authorization", "App s3cret", type, body);
    }

    private static SmsPost post(SmsSettings settings) {
        return new GatewayPost(settings, new HttpOut(SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(3)));
    }

    private SmsPost json() {
        return post(settings("POST", "application/json", JSON, "/sms"));
    }

    private static Fault fault(SmsPost post) {
        return catchThrowableOfType(Undelivered.class, () -> post.post(SMS)).fault();
    }

    @Test
    void hearsItAsJsonWithTheSecretAndTheIdentifier() {
        json().post(SMS);
        var heard = gateway.heard().getFirst();
        var read = JsonMapper.shared().readTree(heard.body());
        assertThat(read.get("to").asString()).isEqualTo(SMS.to());
        assertThat(read.get("text").asString()).isEqualTo(SMS.text());
        assertThat(read.get("id").asString()).isEqualTo(SMS.id());
        assertThat(heard.method()).isEqualTo("POST");
        assertThat(heard.header("authorization")).isEqualTo("App s3cret");
        assertThat(heard.header("idempotency-key")).isEqualTo(SMS.id());
        assertThat(heard.header("content-type")).isEqualToIgnoringCase("application/json; charset=UTF-8");
        assertThat(json().how()).isEqualTo(How.HTTP);
    }

    @Test
    void hearsItAsAFormOrInItsAddress() {
        post(settings("POST", "application/x-www-form-urlencoded", "a={to}&b={text}", "/sms"))
                .post(SMS);
        post(settings("GET", "application/json", "", "/sms?a={to}&b={text}")).post(SMS);
        assertThat(gateway.heard()).extracting(Receiver.Heard::method).containsExactly("POST", "GET");
        for (var said : new String[] {
            gateway.heard().get(0).body(), gateway.heard().get(1).path().replaceFirst("^.*\\?", "")
        }) {
            var fields = said.split("&");
            assertThat(URLDecoder.decode(fields[0], StandardCharsets.UTF_8)).isEqualTo("a=" + SMS.to());
            assertThat(URLDecoder.decode(fields[1], StandardCharsets.UTF_8)).isEqualTo("b=" + SMS.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 422})
    void whatItWillNeverTakeIsNotTriedAgain(int status) {
        gateway.answering(status);
        assertThat(fault(json())).isEqualTo(Fault.REFUSED);
    }

    /** A wrong secret is mended by the operator: nothing is given up for it. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 429, 500, 503})
    void whatItDoesNotTakeNowIsTriedAgain(int status) {
        gateway.answering(status);
        assertThat(fault(json())).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void aRedirectIsNotFollowedForItWouldCarryTheSecretAway() {
        try (var other = new Receiver().alive()) {
            gateway.leadingTo(other.address() + "/sms");
            assertThat(fault(json())).isEqualTo(Fault.UNREACHABLE);
            assertThat(other.heard()).isEmpty();
            assertThat(gateway.heard()).hasSize(1);
        }
    }

    @Test
    void deadOrCutOffItIsTriedAgain() {
        gateway.losing(1);
        assertThat(fault(json())).isEqualTo(Fault.UNREACHABLE);
        json().post(SMS);
        assertThat(gateway.heard())
                .extracting(heard -> heard.header("idempotency-key"))
                .containsExactly(SMS.id(), SMS.id());
        gateway.close();
        assertThat(fault(json())).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void withoutAGatewayItIsKept() {
        var kept = new KeptSms();
        kept.post(SMS);
        assertThat(kept.all()).containsExactly(SMS);
        assertThat(kept.how()).isEqualTo(How.KEPT);
        assertThat(catchThrowableOfType(Undelivered.class, () -> kept.post(new Sms("a", "06 12", "b")))
                        .fault())
                .isEqualTo(Fault.REFUSED);
    }

    @Test
    void theSettingsSayWhetherAMessageCouldReachAnybody() {
        assertThat(settings("POST", "application/json", JSON, "/a?key=hidden").isUsable())
                .isTrue();
        assertThat(settings("POST", "application/json", "{\"text\": \"{text}\"}", "/")
                        .isUsable())
                .isFalse();
        assertThat(settings("BREW", "application/json", JSON, "/").isUsable()).isFalse();
        assertThat(new SmsSettings("no address", "POST", "", "", "", JSON).isUsable())
                .isFalse();
        assertThat(settings("POST", "application/json", JSON, "/a?key=hidden").where())
                .isEqualTo("http://127.0.0.1")
                .doesNotContain("hidden");
    }
}
