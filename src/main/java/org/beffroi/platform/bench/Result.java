package org.beffroi.platform.bench;

import java.io.PrintStream;

/**
 * What a run has shown.
 *
 * @param connections of the baseline
 * @param behind seconds from the last answer until every incident was opened
 * @param written by the measured requests alone
 */
record Result(
        double baselineRate,
        int connections,
        HttpLoad.Outcome outcome,
        double behind,
        Written written,
        String machine) {

    boolean isSound() {
        return outcome.faulty() == 0 && written.allAre(outcome.references().size());
    }

    Measure measure() {
        var latencies = outcome.latencies();
        return new Measure(
                "declare.http",
                outcome.rate(),
                latencies.percentile(50),
                latencies.percentile(99),
                baselineRate,
                machine);
    }

    void print(PrintStream out, Options options) {
        var http = measure();
        out.printf("%n%-34s %12s %10s %10s%n", "", "per second", "p50 ms", "p99 ms");
        out.printf("%-34s %,12.0f%n", "same SQL, %d connections".formatted(connections), baselineRate);
        out.printf(
                "%-34s %,12.0f %,10.1f %,10.1f%n",
                "POST, %d clients".formatted(options.clients()), http.rate(), http.p50Millis(), http.p99Millis());
        out.printf("%-34s %12.2f%n%n", "ratio", http.ratio());
        out.printf(
                "%,d acknowledged, %,d other answers. Written: %,d declarations, %,d facts, %,d incidents%s.%n",
                outcome.references().size(),
                outcome.faulty(),
                written.declarations(),
                written.facts(),
                written.incidents(),
                isSound() ? ", as it should be" : ": THESE DIFFER");
        out.printf("The last incident was opened %.1f s after the last answer.%n", behind);
        outcome.faults().entrySet().stream()
                .limit(5)
                .forEach(fault -> out.printf("%,d × %s%n", fault.getValue(), fault.getKey()));
        out.printf("%s. Server, database and load generator share the cores.%n", machine);
    }
}
