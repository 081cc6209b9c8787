package org.beffroi.platform.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.shared.Command;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench declare}: a real server on an empty database, and clients that declare as fast as they are answered. */
@Component
class DeclareBench implements Command {
    private static final int CLIENTS = 64;
    private static final int STRUCTURES = 400;
    /**
     * A cold virtual machine is slow for some tens of thousands of requests, the more so when its compiler has to share two cores: until
     * two runs in a row gain no more, but not for ever.
     */
    private static final Duration WARMING_UP = Duration.ofSeconds(10);

    private static final int MOST_WARMING_UP = 18;
    private static final double GAIN = 1.03;
    /** Control and load in turn: the machine's speed drifts within a minute. */
    private static final int ROUNDS = 3;

    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;

    DeclareBench(Environment environment, JsonMapper json, Clock clock) {
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bench declare";
    }

    @Override
    public String help() {
        return "[--json] [--clients 64] [--seconds 30]   measures declarations per second";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        try {
            var options = Options.parse(arguments, CLIENTS);
            return measure(options, options.json() ? new PrintStream(PrintStream.nullOutputStream()) : out, out);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage() + ". Usage: bench declare " + help());
            return 2;
        }
    }

    private int measure(Options options, PrintStream talk, PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("beffroi-bench");
        var sample = new Sample(STRUCTURES, clock.instant());
        try (var database = new PassingDatabase(environment)) {
            talk.println("Starting a server on an empty database…");
            var file = Files.writeString(folder.resolve("structures.csv"), sample.structureFile());
            var log = folder.resolve("server.log");
            Child.command(database, log, "import", "structures", file.toString());
            try (var server = Child.server(database, log)) {
                var result = measure(new HttpLoad(server.port(), sample, options.clients()), database, options, talk);
                result.print(talk, options);
                if (options.json()) {
                    out.println(result.measure().json(json));
                }
                return result.isSound() ? 0 : 1;
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Result measure(HttpLoad load, PassingDatabase database, Options options, PrintStream talk)
            throws Exception {
        var time = Duration.ofSeconds(options.seconds()).dividedBy(ROUNDS);
        warmUp(load, talk);
        Written.awaitHeard(database);
        var baseline = new Baseline(database, options.clients());
        var before = Written.in(database);
        var rate = 0.0;
        var behind = 0.0;
        var outcome = HttpLoad.Outcome.none();
        for (int round = 1; round <= ROUNDS; round++) {
            talk.printf("Measuring, %d of %d: the same SQL, then declarations…%n", round, ROUNDS);
            rate += baseline.rate(time) / ROUNDS;
            outcome = outcome.and(load.run(time));
            behind = Math.max(behind, Written.awaitHeard(database));
        }
        return new Result(
                rate,
                baseline.connections(),
                outcome,
                behind,
                Written.in(database).since(before),
                Machine.describe(database.text("show server_version")));
    }

    private static void warmUp(HttpLoad load, PrintStream talk) throws IOException {
        var best = 0.0;
        var idle = 0;
        for (int i = 0; i < MOST_WARMING_UP && idle < 2; i++) {
            var outcome = load.run(WARMING_UP);
            talk.printf(
                    "%s %,.0f per second, p99 %,.0f ms, %,d other answers%n",
                    i == 0 ? "Cold:" : "Warming up:",
                    outcome.rate(),
                    outcome.latencies().percentile(99),
                    outcome.faulty());
            idle = outcome.rate() < best * GAIN ? idle + 1 : 0;
            best = Math.max(best, outcome.rate());
        }
    }
}
