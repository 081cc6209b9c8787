package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receivers compute it by themselves: it stays as it is. */
class SignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);
    private static final String BODY = "{\"kind\":\"test\"}";

    /** By {@code printf '%s' '1700000000.{"kind":"test"}' | openssl dgst -sha256 -hmac whsec_a}. */
    @Test
    void isWhatOthersCompute() {
        assertThat(Signature.of(BODY, List.of("whsec_a"), NOW))
                .isEqualTo("t=1700000000,v1=aa6e39930ec902841d33c950925617082db65dab15a443e34e9edd80bc5db4d0");
    }

    @Test
    void isThereOnceForEachSecret() {
        assertThat(Signature.of(BODY, List.of("whsec_a", "whsec_b"), NOW))
                .isEqualTo(
                        "t=1700000000,v1=aa6e39930ec902841d33c950925617082db65dab15a443e34e9edd80bc5db4d0,v1=78bbf3e6ee8e01979dcdc23690528742cdde37130ba11bcaae78e2b0aac98384");
    }

    @Test
    void isAnotherForAnotherHourOrAnotherBody() {
        var signed = Signature.of(BODY, List.of("whsec_a"), NOW);
        assertThat(Signature.of(BODY, List.of("whsec_a"), NOW.plusSeconds(1)).substring(12))
                .isNotEqualTo(signed.substring(12));
        assertThat(Signature.of(BODY + " ", List.of("whsec_a"), NOW)).isNotEqualTo(signed);
    }
}
