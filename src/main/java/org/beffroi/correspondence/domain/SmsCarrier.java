package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.springframework.stereotype.Component;

/** Text messages, by the gateway. */
@Component
class SmsCarrier implements Carrier {
    private final SmsPost post;
    private final Notices notices;

    SmsCarrier(SmsPost post, Notices notices) {
        this.post = post;
        this.notices = notices;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public How carry(Due due) {
        post.post(notices.smsOf(due));
        return post.how();
    }
}
