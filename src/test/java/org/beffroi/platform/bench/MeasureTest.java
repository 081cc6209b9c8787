package org.beffroi.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeasureTest {
    private static final String MACHINE = "2 cores, an \"old\" processor";

    @Test
    void isOneLineInTheFormThatMeasuresKeep() {
        var measure = new Measure("declare.http", 1234.5678, 40.123, 99.999, 4000, MACHINE);

        assertThat(measure.json(new JsonMapper()))
                .isEqualTo(
                        "{\"name\":\"declare.http\",\"rate\":1234.6,\"p50_ms\":40.12,\"p99_ms\":100.0,"
                                + "\"baseline_rate\":4000.0,\"ratio\":0.309,\"machine\":\"2 cores, an \\\"old\\\" processor\"}");
    }

    @Test
    void hasNoRatioWithoutABaseline() {
        assertThat(new Measure("declare.http", 10, 1, 1, 0, MACHINE).ratio()).isZero();
    }
}
