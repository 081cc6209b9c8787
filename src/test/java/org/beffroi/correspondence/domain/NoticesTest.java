package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.beffroi.shared.PublicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class NoticesTest {
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static Notices notices() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/correspondence");
        texts.setDefaultEncoding("UTF-8");
        return new Notices(texts, MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "");
    }

    private static Due due(Way way, String address) {
        var reference = PublicReference.parse("BEF-2026-004821-K").orElse(new PublicReference(2026, 4821));
        return new Due(UUID.randomUUID(), way, Notices.Kind.NOTICE, reference, address, Instant.EPOCH, 1, List.of());
    }

    @Test
    void severalAreToldOfInOneWithEachNumberOnce() {
        var first = due(Way.MAIL, "nadia@dehors.example");
        var other = new Due(
                UUID.randomUUID(),
                Way.MAIL,
                Notices.Kind.NOTICE,
                new PublicReference(2026, 7),
                first.address(),
                Instant.EPOCH,
                1,
                List.of());
        var mail = notices().of(first.with(List.of(other, due(Way.MAIL, first.address()))));
        assertThat(mail.subject()).contains("3 messages").doesNotContain("BEF-");
        assertThat(mail.text())
                .contains("3 fois", new PublicReference(2026, 7).toString())
                .doesNotContainPattern("(BEF-2026-004821-.).*\\1");
        assertThat(mail.id()).contains(first.message().toString());
        var sms = notices().smsOf(due(Way.SMS, "+33612345678").with(List.of(other)));
        assertThat(sms.text().lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(160).contains("2 messages", "09 72 43 91 25");
            assertThat(line.chars()).allMatch(sign -> GSM.indexOf(sign) >= 0, "in the alphabet: " + line);
        });
    }

    @Test
    void findsAnAddressWithinWords() {
        assertThat(Notices.addressIn("chez moi : nadia@dehors.example, ou 06 12"))
                .contains("nadia@dehors.example");
        assertThat(Notices.addressIn("06 12 34 56 78")).isEmpty();
        assertThat(Notices.addressIn("par la mairie, @ l’accueil")).isEmpty();
    }

    /** 3GPP TS 23.038, the default alphabet: one more sign of another, and the text costs twice as many messages. */
    @Test
    void aTextMessageFitsIntoOneInEachLanguage() {
        var sms = notices().smsOf(due(Way.SMS, "+33612345678"));
        assertThat(sms.to()).isEqualTo("+33612345678");
        assertThat(sms.text().lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(160).contains("BEF-2026-004821", "09 72 43 91 25");
            assertThat(line.chars()).allMatch(sign -> GSM.indexOf(sign) >= 0, "in the alphabet: " + line);
        });
    }

    @Test
    void theSameNoticeHasTheSameIdentifierHoweverOftenItIsWritten() {
        var due = due(Way.SMS, "+33612345678");
        assertThat(notices().smsOf(due)).isEqualTo(notices().smsOf(due));
        assertThat(notices().smsOf(due).id()).isEqualTo(due.message().toString());
    }
}
