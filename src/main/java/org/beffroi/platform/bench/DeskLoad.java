package org.beffroi.platform.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** A desk's people, each looking at the next page as soon as the last is whole. One thread for all: the generator takes from what it measures. */
final class DeskLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InetSocketAddress server;
    private final String token;
    private final int clients;
    private final SplittableRandom random = new SplittableRandom(7);

    DeskLoad(int port, String token, int clients) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.token = token;
        this.clients = clients;
    }

    /**
     * One kind of page.
     *
     * @param address from a random number below a million
     */
    record Kind(String name, IntFunction<String> address) {}

    /** @param perKind in the order of the kinds */
    record Seen(double seconds, List<Latencies> perKind, int refused) {
        int count() {
            return perKind.stream().mapToInt(Latencies::count).sum();
        }

        double rate() {
            return count() / seconds;
        }
    }

    /**
     * The kinds in turn, at random, for so long.
     *
     * @param pause of each client between two pages, on average; none: as fast as it is answered
     */
    Seen run(List<Kind> kinds, Duration time, Duration pause) throws IOException {
        var latencies = kinds.stream().map(kind -> new Latencies()).toList();
        var refused = 0;
        var start = System.nanoTime();
        var end = start + time.toNanos();
        var resting = new PriorityQueue<Resting>(Comparator.comparingLong(Resting::until));
        var waiting = 0;
        try (var selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                rest(new PageClient(server, selector, token), pause, resting);
            }
            while (waiting > 0 || (System.nanoTime() < end && !resting.isEmpty())) {
                waiting += wake(resting, kinds, end);
                selector.select(Math.max(1, untilNext(resting, end)));
                if (Thread.interrupted()) {
                    throw new IOException("interrupted");
                }
                for (var key : selector.selectedKeys()) {
                    var client = (PageClient) key.attachment();
                    if (client.receive()) {
                        waiting--;
                        latencies.get(client.kind()).add(client.waited());
                        refused += client.status() == 200 ? 0 : 1;
                        client.keepOrRenew();
                        rest(client, pause, resting);
                    } else if (client.waited() > PATIENCE.toNanos()) {
                        throw new IOException("a page is not there after " + PATIENCE.toSeconds() + " s");
                    }
                }
                selector.selectedKeys().clear();
            }
        } finally {
            for (var each : resting) {
                each.client().close();
            }
        }
        return new Seen((System.nanoTime() - start) / 1e9, latencies, refused);
    }

    /** Somebody who reads what came last. */
    private record Resting(PageClient client, long until) {}

    private void rest(PageClient client, Duration pause, PriorityQueue<Resting> resting) {
        var nanos = pause.isZero() ? 0 : random.nextLong(pause.toNanos() * 2);
        resting.add(new Resting(client, System.nanoTime() + nanos));
    }

    /** @return how many asked for a page now */
    private int wake(PriorityQueue<Resting> resting, List<Kind> kinds, long end) throws IOException {
        var now = System.nanoTime();
        var woken = 0;
        while (now < end && !resting.isEmpty() && resting.peek().until() <= now) {
            var kind = random.nextInt(kinds.size());
            resting.remove().client().ask(kinds.get(kind).address().apply(random.nextInt(1_000_000)), kind);
            woken++;
        }
        return woken;
    }

    private static long untilNext(PriorityQueue<Resting> resting, long end) {
        var next = resting.isEmpty() ? end : Math.min(end, resting.peek().until());
        return Math.min(100, (next - System.nanoTime()) / 1_000_000);
    }
}
