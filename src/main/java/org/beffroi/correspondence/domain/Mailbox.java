package org.beffroi.correspondence.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Where mails come in. */
interface Mailbox {
    /** Takes one mail. When this returns, it is kept here, and need not be read again. */
    @FunctionalInterface
    interface Taker {
        void take(MimeMessage mail);
    }

    /** Whether there is one at all. */
    boolean isNamed();

    /**
     * Hands over what nobody has read yet, at most so many; each that was taken is marked as read, and stays where it is.
     *
     * @return how many were taken
     * @throws MessagingException when the server does not answer, or does not let us in
     */
    int each(int atMost, Taker taker) throws MessagingException;
}
