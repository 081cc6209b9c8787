package org.beffroi.declaration.domain;

import java.util.List;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.Follower;
import org.beffroi.declaration.NotFollowed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the others of a declaration: in its transaction, or where that failed, later and until it has succeeded. */
@Component
class Following {
    private final ApplicationEventPublisher events;
    private final List<Follower> followers;

    Following(ApplicationEventPublisher events, List<Follower> followers) {
        this.events = events;
        this.followers = followers;
    }

    /** When it happens. */
    enum When {
        NOW,
        LATER
    }

    void of(DeclarationReceived received, When when) {
        events.publishEvent(received);
        if (when == When.LATER) {
            events.publishEvent(new FollowingOwed(received));
            return;
        }
        try {
            follow(received);
        } catch (RuntimeException fault) {
            throw new NotFollowed(fault);
        }
    }

    /** The registry of events keeps it until it has been heard to the end. */
    @ApplicationModuleListener
    void on(FollowingOwed owed) {
        follow(owed.received());
    }

    private void follow(DeclarationReceived received) {
        followers.forEach(follower -> follower.follow(received));
    }
}
