package org.beffroi.correspondence.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mail server.
 *
 * @param host blank: none is named, and no mail leaves the house
 * @param user blank: the server asks for none
 * @param tls whether nothing is said before the line is encrypted (STARTTLS)
 * @param from the sender's address
 */
@ConfigurationProperties("beffroi.mail")
record MailSettings(String host, int port, String user, String password, boolean tls, String from) {
    boolean isNamed() {
        return !host.isBlank();
    }
}
