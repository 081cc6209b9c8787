package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.domain.OutboxStore.Due;

/** Takes what goes one way to where it is handed over. */
interface Carrier {
    /** How something was handed over. */
    enum How {
        /** To the mail server, which answers for it from then on. */
        SMTP,
        /** By HTTP, to the SMS gateway or to the machine that it is for. */
        HTTP,
        /** Kept in memory: nobody is named to whom it could be handed, nothing is sent. */
        KEPT
    }

    /** Why it was not taken. */
    enum Fault {
        /** Nobody answers, or not now. */
        UNREACHABLE,
        /** They know no such address, or do not want it, and never will. */
        REFUSED,
        /** It could not even be written: a fault of ours. */
        UNWRITABLE
    }

    /** It was not taken. */
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

    Way way();

    /**
     * When this returns, it was taken. Done again with the same thing, it bears the same identifier.
     *
     * @throws Undelivered when it was not
     */
    How carry(Due due);
}
