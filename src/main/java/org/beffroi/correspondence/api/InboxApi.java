package org.beffroi.correspondence.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Inbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk has not opened yet, and who does not answer it. Looking marks nothing as read. */
@RestController
@RequestMapping("/api/v1/messages")
class InboxApi {
    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    Inbox.Letters look(Viewer viewer) {
        return inbox.look(viewer);
    }
}
