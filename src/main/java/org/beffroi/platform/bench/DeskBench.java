package org.beffroi.platform.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.beffroi.platform.bench.DeskLoad.Kind;
import org.beffroi.platform.bench.DeskLoad.Seen;
import org.beffroi.shared.Command;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench desk}: what a desk waits for its pages, over years of incidents and messages. The control is the same server's lightest page, asked
 * for by as many at once: it has no query of its own.
 */
@Component
class DeskBench implements Command {
    private static final int INCIDENTS = 100_000;
    private static final int MESSAGES_EACH = 10;
    private static final int CLIENTS = 32;
    private static final int STRUCTURES = 400;
    private static final int MOST_WARMING_UP = 18;
    /** Templates are long: what runs seldom is compiled late. */
    private static final int LEAST_WARMING_UP = 9;

    private static final double GAIN = 1.03;
    /** Between two pages of one person: shorter than anybody reads. */
    private static final Duration READING = Duration.ofSeconds(1);

    private static final Duration WARMING_UP = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("bef_[A-Za-z0-9_-]+");
    private static final List<String> VIEWS =
            List.of("", "?view=unassigned", "?view=closed", "?region=93", "?verified=false");
    private static final List<String> SOUGHT = List.of("essai 1399", "ville essai 3399", "essai 75990012");

    /** A word of every tenth message, and less: phrases, several words, filters. The first one is rare. */
    private static final List<String> EVERYWHERE = List.of(
            "",
            "serveur",
            "prescription%20serveurs%20-imprimante",
            "%22serveur%20de%20fichiers%22",
            "serveur&status=closed&region=93",
            "serveur&in=messages",
            "essai%2075990012");

    private static final List<Kind> CONTROL = List.of(new Kind("/about", any -> "/about"));
    private static final List<Kind> PAGES = List.of(
            new Kind("queue", any -> "/incidents" + VIEWS.get(any % VIEWS.size())),
            new Kind("search", DeskBench::search),
            new Kind("search everything", DeskBench::everything),
            new Kind("incident", any -> "/incidents/" + DeskSeed.reference(any % INCIDENTS)),
            new Kind("messages", any -> "/incidents/" + DeskSeed.reference(any % INCIDENTS) + "/messages"));

    private final Environment environment;
    private final JsonMapper json;
    private final Clock clock;

    DeskBench(Environment environment, JsonMapper json, Clock clock) {
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    /** By number, and by words, among what is open and what is closed. */
    private static String search(int any) {
        if (any % 3 == 0) {
            return "/incidents?q=" + DeskSeed.reference(any % INCIDENTS);
        }
        var words = SOUGHT.get(any % SOUGHT.size()).replace(" ", "%20");
        return "/incidents?view=" + (any % 2 == 0 ? "closed" : "open") + "&q=" + words;
    }

    private static String everything(int any) {
        var words = EVERYWHERE.get(any % EVERYWHERE.size());
        return "/search?q=" + (words.isEmpty() ? "p" + any : words);
    }

    @Override
    public String name() {
        return "bench desk";
    }

    @Override
    public String help() {
        return "[--json] [--clients 32] [--seconds 30]   measures the desk's pages over 100,000 incidents, 1,000,000 messages";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        try {
            var options = Options.parse(arguments, CLIENTS);
            return measure(options, options.json() ? new PrintStream(PrintStream.nullOutputStream()) : out, out);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage() + ". Usage: bench desk " + help());
            return 2;
        }
    }

    private int measure(Options options, PrintStream talk, PrintStream out) throws Exception {
        var folder = Files.createTempDirectory("beffroi-bench");
        try (var database = new PassingDatabase(environment)) {
            var log = folder.resolve("server.log");
            var token = prepare(database, folder, log, talk);
            try (var server = Child.server(database, log)) {
                var load = new DeskLoad(server.port(), token, options.clients());
                warmUp(load, talk);
                talk.println("Measuring: people who read, then the lightest page and the desk's as fast as they come…");
                var time = Duration.ofSeconds(options.seconds());
                var people = load.run(PAGES, time, READING);
                var control = load.run(CONTROL, time.dividedBy(2), Duration.ZERO);
                var seen = load.run(PAGES, time.dividedBy(2), Duration.ZERO);
                print(talk, people, control, seen, options);
                if (options.json()) {
                    out.println(measured("desk.http", people, seen, control, database)
                            .json(json));
                }
                talk.println(Machine.describe(database.text("show server_version"))
                        + ". Server, database and load generator share the cores.");
                return people.refused() + seen.refused() + control.refused() == 0 ? 0 : 1;
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private String prepare(PassingDatabase database, Path folder, Path log, PrintStream talk) throws Exception {
        talk.println("Starting a server on an empty database…");
        var sample = new Sample(STRUCTURES, clock.instant());
        var file = Files.writeString(folder.resolve("structures.csv"), sample.structureFile());
        Child.command(database, log, "import", "structures", file.toString());
        try (var server = Child.server(database, log)) {
            new HttpLoad(server.port(), sample, 8).run(Duration.ofSeconds(4));
            Written.awaitHeard(database);
        }
        try (var connection = database.connect()) {
            new DeskSeed(INCIDENTS, MESSAGES_EACH).sow(connection, clock.instant(), talk);
        }
        talk.println("Indexing all of it for the search…");
        Child.command(database, log, "search", "index");
        var said = folder.resolve("token.log");
        Child.command(database, said, "token", "make", "bench", "--role", "analyst");
        var found = TOKEN.matcher(Files.readString(said));
        if (!found.find()) {
            throw new IOException("no token was made: " + Files.readString(said));
        }
        return found.group();
    }

    private static void warmUp(DeskLoad load, PrintStream talk) throws IOException {
        var best = 0.0;
        var idle = 0;
        for (int i = 0; i < MOST_WARMING_UP && (i < LEAST_WARMING_UP || idle < 2); i++) {
            var seen = load.run(PAGES, WARMING_UP, Duration.ZERO);
            talk.printf("%s %,.0f pages per second%n", i == 0 ? "Cold:" : "Warming up:", seen.rate());
            idle = seen.rate() < best * GAIN ? idle + 1 : 0;
            best = Math.max(best, seen.rate());
        }
    }

    /** The latencies are those of people who read; the rate is what the server can do. */
    private static Measure measured(String name, Seen people, Seen seen, Seen control, PassingDatabase database)
            throws Exception {
        var all = new Latencies();
        people.perKind().forEach(all::addAll);
        return new Measure(
                name,
                seen.rate(),
                all.percentile(50),
                all.percentile(99),
                control.rate(),
                Machine.describe(database.text("show server_version")));
    }

    private static void print(PrintStream out, Seen people, Seen control, Seen seen, Options options) {
        out.printf(
                "%n%-34s %12s %10s %10s %10s%n",
                options.clients() + " people, a page every second", "pages", "p50 ms", "p95 ms", "p99 ms");
        rows(out, people);
        out.printf("%nThe same, as fast as they come%n");
        rows(out, seen);
        row(out, "control: /about", control.perKind().getFirst());
        out.printf(
                "%n%,.0f pages per second, of the lightest %,.0f: ratio %.2f. %,d answers were no page.%n",
                seen.rate(),
                control.rate(),
                seen.rate() / control.rate(),
                people.refused() + seen.refused() + control.refused());
    }

    private static void rows(PrintStream out, Seen seen) {
        for (int i = 0; i < PAGES.size(); i++) {
            row(out, PAGES.get(i).name(), seen.perKind().get(i));
        }
    }

    private static void row(PrintStream out, String name, Latencies latencies) {
        out.printf(
                "%-34s %,12d %,10.1f %,10.1f %,10.1f%n",
                name, latencies.count(), latencies.percentile(50), latencies.percentile(95), latencies.percentile(99));
    }
}
