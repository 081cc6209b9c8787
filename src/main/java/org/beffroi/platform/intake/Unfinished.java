package org.beffroi.platform.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory that bodies hold which have not come in whole, by sender. When it is full, the sender who holds most gives way, with the body
 * that has been coming in for longest: whoever floods displaces himself, and a newcomer is always let in.
 */
final class Unfinished {
    /** What a connection costs that sends nothing at all. */
    static final int LEAST = 4096;

    private final long inAll;
    private final long perSender;
    private final Map<String, Sender> senders = new HashMap<>();
    private long held;

    /**
     * @param inAll bytes
     * @param perSender bytes, of one address
     */
    Unfinished(long inAll, long perSender) {
        this.inAll = inAll;
        this.perSender = perSender;
    }

    private static final class Sender {
        final Deque<Place> places = new ArrayDeque<>();
        long held;
    }

    /** One body's share. To be closed when its request has been answered. */
    final class Place implements AutoCloseable {
        private final String address;
        private long bytes;
        private volatile boolean lost;

        private Place(String address) {
            this.address = address;
        }

        /** @return false when this body has had to give way */
        boolean grow(int more) {
            add(this, more);
            return !lost;
        }

        /** It has come in: nobody takes its place any more. */
        void whole() {
            forget(this);
        }

        @Override
        public void close() {
            release(this);
        }
    }

    synchronized Place enter(String address) {
        var place = new Place(address);
        senders.computeIfAbsent(address, none -> new Sender()).places.add(place);
        add(place, LEAST);
        return place;
    }

    private synchronized void add(Place place, int more) {
        if (place.lost) {
            return;
        }
        var sender = senders.computeIfAbsent(place.address, none -> new Sender());
        place.bytes += more;
        sender.held += more;
        held += more;
        if (sender.held > perSender) {
            displace(sender);
        }
        if (held > inAll) {
            senders.values().stream()
                    .filter(other -> !other.places.isEmpty())
                    .max((one, other) -> Long.compare(one.held, other.held))
                    .ifPresent(this::displace);
        }
    }

    /** Its bytes go when it notices, which is at its next byte: until then it does not grow either. */
    private void displace(Sender sender) {
        var longest = sender.places.poll();
        if (longest != null) {
            longest.lost = true;
            free(longest);
        }
    }

    private synchronized void forget(Place place) {
        var sender = senders.get(place.address);
        if (sender != null) {
            sender.places.remove(place);
        }
    }

    private synchronized void release(Place place) {
        forget(place);
        free(place);
    }

    private void free(Place place) {
        var sender = senders.get(place.address);
        if (sender == null) {
            return;
        }
        sender.held -= place.bytes;
        held -= place.bytes;
        place.bytes = 0;
        if (sender.held == 0 && sender.places.isEmpty()) {
            senders.remove(place.address);
        }
    }

    synchronized long held() {
        return held;
    }
}
