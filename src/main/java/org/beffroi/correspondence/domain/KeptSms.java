package org.beffroi.correspondence.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;

/** Keeps the last text messages instead of sending them: for houses without a gateway, and for tests. */
final class KeptSms implements SmsPost {
    private static final int KEPT = 200;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Deque<Sms> kept = new ArrayDeque<>();

    @Override
    public How how() {
        return How.KEPT;
    }

    @Override
    public synchronized void post(Sms sms) {
        if (!E164.matcher(sms.to()).matches()) {
            throw new Undelivered(Fault.REFUSED, new IllegalArgumentException("no number"));
        }
        kept.addLast(sms);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    synchronized List<Sms> all() {
        return List.copyOf(kept);
    }
}
