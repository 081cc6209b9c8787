package org.beffroi.platform.bench;

import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * One measure beside its control of the same minute: machines differ by a factor of three, and one machine from itself an hour later;
 * the ratio holds better.
 *
 * @param rate per second
 * @param baselineRate per second, of the control
 * @param machine where, and on what
 */
record Measure(String name, double rate, double p50Millis, double p99Millis, double baselineRate, String machine) {
    double ratio() {
        return baselineRate == 0 ? 0 : rate / baselineRate;
    }

    /** One line; its form is what those who compare measures over time rely on. */
    String json(JsonMapper mapper) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", name);
        line.put("rate", rounded(rate, 10));
        line.put("p50_ms", rounded(p50Millis, 100));
        line.put("p99_ms", rounded(p99Millis, 100));
        line.put("baseline_rate", rounded(baselineRate, 10));
        line.put("ratio", rounded(ratio(), 1000));
        line.put("machine", machine);
        return mapper.writeValueAsString(line);
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
