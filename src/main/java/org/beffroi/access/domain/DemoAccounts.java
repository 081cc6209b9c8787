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

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void sow(PrintStream progress) {
        open("analyst", "Claire Vasseur", Role.ANALYST, null);
        open("lead", "Marc Delorme", Role.LEAD, null);
        open("agency", "ARS Auvergne-Rhône-Alpes", Role.AGENCY, "84");
        open("observatory", "Observatoire", Role.OBSERVATORY, null);
        open("admin", "Nadia Benali", Role.ADMIN, null);
        progress.println("  accounts: one for each role");
    }

    private void open(String name, String shown, Role role, @Nullable String region) {
        accounts.open(
                new Accounts.Opening(name + "@demo.beffroi", shown, "beffroi-demo", Set.of(role), region, Set.of()),
                Viewer.system("demonstration"));
    }
}
