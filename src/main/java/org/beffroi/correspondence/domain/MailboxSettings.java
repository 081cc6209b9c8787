package org.beffroi.correspondence.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mailbox whose mails are read.
 *
 * @param host blank: none is named, and no mail is read
 * @param tls whether the line is encrypted from the first byte (IMAPS)
 * @param folder where new mails are
 */
@ConfigurationProperties("beffroi.mail-in")
record MailboxSettings(String host, int port, String user, String password, boolean tls, String folder) {
    boolean isNamed() {
        return !host.isBlank();
    }
}
