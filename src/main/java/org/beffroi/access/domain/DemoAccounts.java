package org.beffroi.access.domain;

import java.io.PrintStream;
import java.util.Set;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.shared.DemoSeed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One account for each role of the demonstration, which listens on loopback only. The declarant's comes with its structure. */
@Component
@Order(10)
class DemoAccounts implements DemoSeed {
    private final Accounts accounts;
    private final Reaches reaches;

    DemoAccounts(Accounts accounts, Reaches reaches) {
        this.accounts = accounts;
        this.reaches = reaches;
    }

    @Override
    public void sow(PrintStream progress) {
        // Numbers that are kept for fiction.
        var analyst = open("analyst", "Claire Vasseur", Role.ANALYST, null);
        reaches.change("06 39 98 14 25", "", analyst.viewer());
        var lead = open("lead", "Marc Delorme", Role.LEAD, null);
        reaches.change("06 39 98 52 07", "", lead.viewer());
        open("agency", "ARS Auvergne-Rhône-Alpes", Role.AGENCY, "84");
        open("observatory", "Observatoire", Role.OBSERVATORY, null);
        open("admin", "Nadia Benali", Role.ADMIN, null);
        progress.println("  accounts: one for each role");
    }

    private Account open(String name, String shown, Role role, @Nullable String region) {
        return accounts.open(
                new Accounts.Opening(name + "@demo.beffroi", shown, "beffroi-demo", Set.of(role), region, Set.of()),
                Viewer.system("demonstration"));
    }
}
