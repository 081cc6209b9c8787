package org.beffroi.platform.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory that bodies hold, by sender, until their requests are over. When it is full, the sender who holds most gives way, with the body
 * that has been coming in for longest: whoever floods displaces himself. Bytes count until they are really gone; who needs them waits for
 * that, which is the time it takes to hang up.
 */
final class Unfinished {
    /** What a connection costs that sends nothing at all: the block that its body begins in, and Tomcat's own buffers. */
    static final int LEAST = 16 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final long inAll;
    private final long perSender;
    private final Map<String, Sender> senders = new HashMap<>();
    private final Sender everybody = new Sender();

    /**
     * @param inAll bytes
     * @param perSender bytes, of one address
     */
    Unfinished(long inAll, long perSender) {
        this.inAll = inAll;
        this.perSender = perSender;
    }

    private static final class Sender {
        /** That can give way, the oldest first. */
        final Deque<Place> places = new ArrayDeque<>();

        long held;
        /** Of these, what has been told to go and is not gone yet. */
        long leaving;

        long staying() {
            return held - leaving;
        }
    }

    /** One body's share. To be closed when its request has been answered. */
    final class Place implements AutoCloseable {
        private final String address;
        private final Runnable hangUp;
        private long bytes;
        private boolean lost;

        private Place(String address, Runnable hangUp) {
            this.address = address;
            this.hangUp = hangUp;
        }

        /**
         * To be asked before the bytes are kept; waits until there is room for them.
         *
         * @return false when this body has had to give way
         */
        boolean grow(int more) {
            return add(this, more);
        }

        /** It has come in: nobody takes its place any more. */
        void whole() {
            forget(this);
        }

        /** Nothing of it is kept any more. */
        @Override
        public void close() {
            release(this);
        }
    }

    /** @param hangUp makes the body's reader notice that it has been displaced; called from another's thread */
    synchronized Place enter(String address, Runnable hangUp) {
        var place = new Place(address, hangUp);
        senderOf(place).places.add(place);
        count(place, LEAST);
        makeRoom(senderOf(place));
        return place;
    }

    private Sender senderOf(Place place) {
        return senders.computeIfAbsent(place.address, none -> new Sender());
    }

    private synchronized boolean add(Place place, int more) {
        if (place.lost) {
            return false;
        }
        var sender = senderOf(place);
        count(place, more);
        makeRoom(sender);
        waitForRoom(place, sender);
        return !place.lost;
    }

    private void count(Place place, int more) {
        place.bytes += more;
        senderOf(place).held += more;
        everybody.held += more;
    }

    private void makeRoom(Sender sender) {
        while (sender.staying() > perSender && !sender.places.isEmpty()) {
            displace(sender);
        }
        while (everybody.staying() > inAll) {
            var heaviest = senders.values().stream()
                    .filter(other -> !other.places.isEmpty())
                    .max((one, other) -> Long.compare(one.staying(), other.staying()));
            if (heaviest.isEmpty()) {
                return;
            }
            displace(heaviest.get());
        }
    }

    private void displace(Sender sender) {
        lose(sender.places.getFirst(), sender);
    }

    private void lose(Place place, Sender sender) {
        sender.places.remove(place);
        place.lost = true;
        sender.leaving += place.bytes;
        everybody.leaving += place.bytes;
        place.hangUp.run();
        notifyAll();
    }

    private void waitForRoom(Place place, Sender sender) {
        var since = System.nanoTime();
        while (!place.lost && (everybody.held > inAll || sender.held > perSender)) {
            var left = LONGEST_WAIT.minusNanos(System.nanoTime() - since).toMillis();
            if (left <= 0) {
                lose(place, sender);
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                lose(place, sender);
            }
        }
    }

    private synchronized void forget(Place place) {
        var sender = senders.get(place.address);
        if (sender != null) {
            sender.places.remove(place);
        }
    }

    private synchronized void release(Place place) {
        var sender = senders.get(place.address);
        if (sender == null) {
            return;
        }
        sender.places.remove(place);
        sender.held -= place.bytes;
        everybody.held -= place.bytes;
        if (place.lost) {
            sender.leaving -= place.bytes;
            everybody.leaving -= place.bytes;
        }
        place.bytes = 0;
        if (sender.held == 0 && sender.places.isEmpty()) {
            senders.remove(place.address);
        }
        notifyAll();
    }

    synchronized long held() {
        return everybody.held;
    }
}
