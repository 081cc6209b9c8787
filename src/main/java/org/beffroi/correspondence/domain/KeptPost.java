package org.beffroi.correspondence.domain;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;

/** Keeps the last mails instead of sending them: for houses without a mail server, and for tests. */
final class KeptPost implements MailPost {
    private static final int KEPT = 200;

    private final Deque<Mail> mails = new ArrayDeque<>();

    @Override
    public How how() {
        return How.KEPT;
    }

    @Override
    public synchronized void post(Mail mail) {
        try {
            new InternetAddress(mail.to(), true).validate();
        } catch (AddressException unreadable) {
            throw new Undelivered(Fault.REFUSED, unreadable);
        }
        mails.addLast(mail);
        if (mails.size() > KEPT) {
            mails.removeFirst();
        }
    }

    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }
}
