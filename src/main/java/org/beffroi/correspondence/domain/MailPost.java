package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.domain.Carrier.How;

/** Where mails are handed over. */
interface MailPost {
    How how();

    /**
     * When this returns, it was taken.
     *
     * @throws Carrier.Undelivered when it was not
     */
    void post(Mail mail);
}
