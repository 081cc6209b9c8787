package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Médic-Soft, medicsoft",
        "MEDICSOFT SAS, medicsoft",
        "Éditions MédicSoft, medicsoft",
        "Groupe Medic Soft France, medicsoft",
        "'l’hébergeur Nuage Santé', nuagesante",
        "GIP 3M, ''",
    })
    void findsWhatDifferentWaysOfWritingHaveInCommon(String typed, String key) {
        assertThat(ProviderKey.of(typed)).isEqualTo(key.isEmpty() ? null : key);
    }

    @Test
    void whatNamesNobodyFindsNobody() {
        assertThat(ProviderKey.of(null)).isNull();
        assertThat(ProviderKey.of("SAS")).isNull();
        assertThat(ProviderKey.of("…")).isNull();
    }
}
