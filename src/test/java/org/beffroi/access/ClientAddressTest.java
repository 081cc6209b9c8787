package org.beffroi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void takesAnIpv4AddressWhole() {
        assertThat(ClientAddress.of("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void takesTheNetworkOfAnIpv6AddressHoweverItIsWritten() {
        assertThat(ClientAddress.of("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddress.of("2001:0db8:0001:0002:bbbb:0:0:2"))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void takesWhatIsNoAddressAsItIs() {
        assertThat(ClientAddress.of("unix")).isEqualTo("unix");
        assertThat(ClientAddress.current()).isEmpty();
    }
}
