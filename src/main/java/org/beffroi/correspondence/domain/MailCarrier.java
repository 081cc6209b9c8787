package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.springframework.stereotype.Component;

/** Mails, by the mail server. */
@Component
class MailCarrier implements Carrier {
    private final MailPost post;
    private final Notices notices;

    MailCarrier(MailPost post, Notices notices) {
        this.post = post;
        this.notices = notices;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public How carry(Due due) {
        post.post(notices.of(due));
        return post.how();
    }
}
