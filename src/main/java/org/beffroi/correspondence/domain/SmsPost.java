package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.domain.Carrier.How;

/** Where text messages are handed over. */
interface SmsPost {
    How how();

    /**
     * When this returns, it was taken.
     *
     * @throws Carrier.Undelivered when it was not
     */
    void post(Sms sms);
}
