package org.beffroi.correspondence.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which form of the post this house has. */
@Configuration
class PostOffice {
    @Bean
    MailPost mailPost(MailSettings settings) {
        return settings.isNamed() ? new SmtpPost(settings) : new KeptPost();
    }

    @Bean
    Mailbox mailbox(MailboxSettings settings) {
        return settings.isNamed() ? new ImapMailbox(settings) : new KeptMailbox();
    }
}
