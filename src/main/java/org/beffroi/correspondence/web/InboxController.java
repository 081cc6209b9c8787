package org.beffroi.correspondence.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Inbox;
import org.beffroi.correspondence.domain.MailRoom;
import org.beffroi.correspondence.domain.Webhooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the desk has not opened yet, and who does not answer it. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final MailRoom mails;
    private final Webhooks webhooks;

    InboxController(Inbox inbox, MailRoom mails, Webhooks webhooks) {
        this.webhooks = webhooks;
        this.mails = mails;
        this.inbox = inbox;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/messages")
    String look(Viewer viewer, Model model) {
        var leads = viewer.is(Role.LEAD);
        model.addAttribute("leads", leads);
        model.addAttribute("troubled", leads ? webhooks.deaf().size() : 0);
        model.addAttribute("mails", mails.waiting(viewer));
        model.addAttribute("letters", inbox.look(viewer));
        return "correspondence/inbox";
    }
}
