package org.beffroi.correspondence.domain;

import java.util.function.Function;
import org.beffroi.correspondence.domain.OutboxStore.Due;

/** Mails, by the mail server. */
class MailCarrier implements Carrier {
    private final MailPost post;
    private final Function<Due, Mail> writing;

    /** @param writing makes a mail of what is due */
    MailCarrier(MailPost post, Function<Due, Mail> writing) {
        this.post = post;
        this.writing = writing;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public How carry(Due due) {
        post.post(writing.apply(due));
        return post.how();
    }
}
