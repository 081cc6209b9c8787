package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.util.Optional;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.beffroi.files.Safe;
import org.springframework.beans.factory.annotation.Value;
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
    MailCarrier mailCarrier(MailPost post, Envelopes envelopes) {
        return new MailCarrier(post, envelopes::of);
    }

    /** A demonstration calls nobody's telephone, whatever is set. */
    @Bean
    SmsPost smsPost(SmsSettings settings, @Value("${beffroi.demo:false}") boolean demo) {
        return settings.isNamed() && !demo
                ? new GatewayPost(settings, new HttpOut(SystemDefaultDnsResolver.INSTANCE))
                : new KeptSms();
    }

    @Bean
    Guard guard(WebhookSettings settings) {
        return new Guard(settings.networks());
    }

    /** Of a demonstration nothing leaves the house. */
    @Bean
    WebhookCarrier webhookCarrier(
            WebhookStore store, Safe safe, Guard guard, Clock clock, @Value("${beffroi.demo:false}") boolean demo) {
        return new WebhookCarrier(store, safe, demo ? Optional.empty() : Optional.of(new HttpOut(guard)), clock);
    }

    @Bean
    Mailbox mailbox(MailboxSettings settings) {
        return settings.isNamed() ? new ImapMailbox(settings) : new KeptMailbox();
    }
}
