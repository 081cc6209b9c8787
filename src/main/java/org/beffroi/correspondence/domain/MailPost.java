package org.beffroi.correspondence.domain;

/** Where mails are handed over. */
interface MailPost {
    /** How a mail was handed over. */
    enum How {
        /** To the mail server, which answers for it from then on. */
        SMTP,
        /** Kept in memory: no server is named, nothing is sent. */
        KEPT
    }

    How how();

    /**
     * When this returns, it was taken.
     *
     * @throws Undelivered when it was not
     */
    void post(Mail mail);

    /** The mail was not taken. */
    final class Undelivered extends RuntimeException {
        private final Fault fault;

        Undelivered(Fault fault, Throwable cause) {
            super(fault.name(), cause);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** Why it was not taken. */
    enum Fault {
        /** The server does not answer, or not now. */
        UNREACHABLE,
        /** The server knows no such address, and never will. */
        REFUSED,
        /** It could not even be written: a fault of ours. */
        UNWRITABLE
    }
}
