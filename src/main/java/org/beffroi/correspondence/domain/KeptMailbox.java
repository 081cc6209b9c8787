package org.beffroi.correspondence.domain;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;

/** In memory: for houses without a mailbox, in which nothing ever lies, and for tests. */
final class KeptMailbox implements Mailbox {
    private final Deque<MimeMessage> unread = new ArrayDeque<>();

    @Override
    public boolean isNamed() {
        return false;
    }

    synchronized void arrive(MimeMessage mail) {
        unread.addLast(mail);
    }

    @Override
    public synchronized int each(int atMost, Taker taker) {
        int taken = 0;
        for (int looked = Math.min(atMost, unread.size()); looked > 0; looked--) {
            taker.take(unread.getFirst());
            unread.removeFirst();
            taken++;
        }
        return taken;
    }
}
