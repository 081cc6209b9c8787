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
}
