package org.beffroi.platform.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends declarations over many connections, each the next one as soon as the last is answered. One thread for all: on a machine with two
 * cores the generator takes from what it measures, so it has to be light.
 */
final class HttpLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InetSocketAddress server;
    private final Sample sample;
    private final int clients;
    private long sent;

    HttpLoad(int port, Sample sample, int clients) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.sample = sample;
        this.clients = clients;
    }

    /**
     * What came of it.
     *
     * @param seconds from the first request to the last answer
     * @param references those acknowledged by 201
     * @param faults other answers and how often
     */
    record Outcome(double seconds, Latencies latencies, Set<String> references, Map<String, Integer> faults) {
        static Outcome none() {
            return new Outcome(0, new Latencies(), new HashSet<>(), new TreeMap<>());
        }

        /** Takes in what came of another run. */
        Outcome and(Outcome other) {
            latencies.addAll(other.latencies);
            references.addAll(other.references);
            other.faults.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
            return new Outcome(seconds + other.seconds, latencies, references, faults);
        }

        double rate() {
            return references.size() / seconds;
        }

        int faulty() {
            return faults.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    Outcome run(Duration time) throws IOException {
        var outcome = Outcome.none();
        var start = System.nanoTime();
        var end = start + time.toNanos();
        List<Client> all = new ArrayList<>();
        try (var selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                all.add(new Client(server, selector));
            }
            for (var client : all) {
                next(client);
            }
            for (int waiting = clients; waiting > 0; ) {
                if (selector.select(PATIENCE.toMillis()) == 0 || Thread.interrupted()) {
                    throw new IOException(waiting + " requests are not answered for " + PATIENCE.toSeconds() + " s");
                }
                for (var key : selector.selectedKeys()) {
                    waiting -= answered((Client) key.attachment(), outcome, end) ? 1 : 0;
                }
                selector.selectedKeys().clear();
            }
        } finally {
            for (var client : all) {
                client.close();
            }
        }
        return new Outcome(
                (System.nanoTime() - start) / 1e9, outcome.latencies(), outcome.references(), outcome.faults());
    }

    /** @return whether this client has done its part */
    private boolean answered(Client client, Outcome outcome, long end) throws IOException {
        var answer = client.receive();
        if (answer.isEmpty()) {
            return false;
        }
        outcome.latencies().add(client.waited());
        var given = answer.get();
        if (given.status() != 201 || !outcome.references().add(given.reference().orElse(""))) {
            outcome.faults().merge(given.status() + " " + given.body(), 1, Integer::sum);
        }
        if (System.nanoTime() > end) {
            return true;
        }
        next(client);
        return false;
    }

    private void next(Client client) throws IOException {
        client.send(UUID.randomUUID().toString(), sample.declaration(++sent));
    }
}
