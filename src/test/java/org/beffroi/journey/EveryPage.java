package org.beffroi.journey;

import java.util.List;
import java.util.Set;

/** The pages of the site, and who sees each of them differently. */
final class EveryPage {
    static final String GUEST = "";

    /** A page, and by whom it is looked at; {@code {…}} are filled in by the story below. */
    record Seen(String address, List<String> by) {
        Seen(String address, String... by) {
            this(address, List.of(by));
        }

        String pattern() {
            return address.replaceFirst("\\?.*", "").replaceFirst("#.*", "");
        }
    }

    static final List<Seen> PAGES = List.of(
            new Seen("/", GUEST, "analyst"),
            new Seen("/about", GUEST),
            new Seen("/problems/{problem}", GUEST),
            new Seen("/sign-in", GUEST),
            new Seen("/sign-in?error", GUEST),
            new Seen("/declare", GUEST, "declarant", "analyst"),
            new Seen("/declare/must", GUEST),
            new Seen("/declare/must?care=YES&others=YES&data=NO", GUEST),
            new Seen("/follow", GUEST),
            new Seen("/follow?q=nothing", GUEST),
            new Seen("/follow/{token}?received", GUEST),
            new Seen("/follow/{token}/versions", GUEST),
            new Seen("/follow/{token}/history", GUEST),
            new Seen("/follow/{token}/history/{version}", GUEST),
            new Seen("/declarations/{reference}/history", "declarant"),
            new Seen("/declarations/{reference}/history/{version}", "declarant", "analyst"),
            new Seen("/declarations", "declarant"),
            new Seen("/declarations/{reference}", "declarant", "analyst"),
            new Seen("/declarations/{other}", "agency"), // of its region
            new Seen("/declarations/{reference}/versions", "declarant"),
            new Seen("/incidents", "analyst", "agency"),
            new Seen("/incidents?view=closed&q=vallebrune", "lead"),
            new Seen("/incidents?view=mine&q=zzzz", "analyst"),
            new Seen("/incidents/{reference}", "analyst"),
            new Seen("/incidents/{other}", "agency"),
            new Seen("/incidents/{closed}", "analyst"),
            new Seen("/incidents/{reference}/joining?declaration={other}", "analyst"),
            new Seen("/incidents/{reference}/wave", "analyst"),
            new Seen("/incidents/{reference}/graph", "analyst"),
            new Seen("/incidents/{reference}/obligations/{recipient}/transmission", "analyst"),
            new Seen("/incidents/{reference}/tasks", "analyst"),
            new Seen("/incidents/playbooks", "analyst", "lead"),
            new Seen("/incidents/playbooks/{playbook}", "lead"),
            new Seen("/rehearsals", "declarant", "analyst"),
            new Seen("/rehearsals/{rehearsal}", "analyst"),
            new Seen("/declare?rehearsal={code}", GUEST, "analyst"),
            new Seen("/follow/{rehearsed}", GUEST),
            new Seen("/search?q=vallebrune", "analyst"),
            new Seen("/search?q=zzzzzz&in=messages", "lead"),
            new Seen("/rota", "analyst", "lead"),
            new Seen("/messages", "analyst", "lead"),
            new Seen("/messages/keys", "analyst"),
            new Seen("/messages/webhooks", "lead"),
            new Seen("/messages/webhooks/{webhook}", "lead"),
            new Seen("/obligations", "analyst"),
            new Seen("/messages/mails/{mail}", "analyst"),
            new Seen("/declare?mail={mail}", "lead"),
            new Seen("/incidents/{reference}/mailings", "analyst"),
            new Seen("/declare/blank", GUEST, "analyst"),
            new Seen("/incidents/{reference}/mailings?outline=received", "lead"),
            new Seen("/incidents/{reference}/mailings/{mailing}", "analyst"),
            new Seen("/messages/many/{mailing}", "analyst"),
            new Seen("/incidents/{reference}/messages", "analyst"),
            new Seen("/incidents/{reference}/messages?outline=received", "lead"),
            new Seen("/declarations/{reference}/messages", "declarant"),
            new Seen("/follow/{token}/messages", GUEST),
            new Seen("/structures", "admin"),
            new Seen("/structures?q=hospitalier", "analyst", "agency"),
            new Seen("/structures/{key}", "analyst"),
            new Seen("/accounts", "admin"),
            new Seen("/accounts/{id}", "admin"),
            new Seen("/audit?reference={reference}", "lead", "admin"),
            new Seen("/audit", "admin"),
            new Seen("/account", "declarant", "lead"),
            new Seen("/account?changed", "agency"),
            new Seen("/observatory", GUEST),
            new Seen("/observatory/{year}", GUEST, "observatory"),
            new Seen("/observatory/{year}?region=93", "agency"));

    /** There is no such thing; it is not for this reader. */
    static final List<Seen> REFUSALS = List.of(
            new Seen("/no-such-page", GUEST),
            new Seen("/incidents/BEF-1", "analyst"),
            new Seen("/incidents/BEF-1/triage", "analyst"),
            new Seen("/problems/none", GUEST),
            new Seen("/accounts", "declarant"));

    /** What a browser gets without seeing a page of it. */
    static final Set<String> NO_PAGES = Set.of(
            "/declarer", // leads to /declare
            "/declarer/dois-je", // leads to /declare/must
            "/worker.js", // keeps /declare on the device
            "/incidents/changes", // numbers for the queue’s own script
            "/rota/mine.ics", // for a calendar
            "/start", // leads to where one’s work is
            "/declare/structures", // a part of /declare, seen there
            "/error", // seen below, at an address that does not exist
            "/.well-known/security.txt");

    private EveryPage() {}
}
