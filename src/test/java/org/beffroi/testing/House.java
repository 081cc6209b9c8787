package org.beffroi.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Structure;
import org.beffroi.shared.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The application as a town finds it in the morning: the village's structures and an account for
 * everybody. May be set up any number of times over one database.
 */
public final class House {
    public static final String PASSWORD = "a-long-pass-phrase";
    /** In Auvergne-Rhône-Alpes, region 84. */
    public static final String VALLEBRUNE = Village.VALLEBRUNE;
    /** In Provence-Alpes-Côte d’Azur, region 93. */
    public static final String MONT_ALAOUI = Village.MONT_ALAOUI;

    private final ApplicationContext context;
    private final Accounts accounts;
    private final Directory directory;

    private House(ApplicationContext context) {
        this.context = context;
        this.accounts = context.getBean(Accounts.class);
        this.directory = context.getBean(Directory.class);
    }

    public static House of(ApplicationContext context) {
        var house = new House(context);
        house.moveIn();
        return house;
    }

    private void moveIn() {
        if (directory.byFiness(VALLEBRUNE).isEmpty()) {
            settle();
        }
        openAccount("declarant", Role.DECLARANT, null, VALLEBRUNE);
        openAccount("neighbour", Role.DECLARANT, null, MONT_ALAOUI);
        openAccount("analyst", Role.ANALYST, null, null);
        openAccount("lead", Role.LEAD, null, null);
        openAccount("agency", Role.AGENCY, "93", null);
        openAccount("observatory", Role.OBSERVATORY, null, null);
        openAccount("admin", Role.ADMIN, null, null);
    }

    private void settle() {
        try {
            new Village(
                    directory, List.copyOf(context.getBeansOfType(Command.class).values()));
        } catch (Exception e) {
            throw new IllegalStateException("the village cannot be imported", e);
        }
    }

    private void openAccount(String who, Role role, @Nullable String region, @Nullable String finess) {
        if (accounts.byEmail(email(who)).isEmpty()) {
            accounts.open(
                    new Accounts.Opening(
                            email(who),
                            NAMES.getOrDefault(who, who),
                            PASSWORD,
                            Set.of(role),
                            region,
                            finess == null ? Set.of() : Set.of(structure(finess).id())),
                    Viewer.system("tests"));
        }
    }

    private static final Map<String, String> NAMES = Map.of(
            "declarant", "Nadia Perrin",
            "neighbour", "Luc Amiel",
            "analyst", "Claire Vasseur",
            "lead", "Samir Bel",
            "agency", "Odile Roux",
            "observatory", "Hugo Marchand",
            "admin", "Inès Faure");

    /** @param who one of declarant (of Vallebrune), neighbour (declarant of Mont-Alaoui), analyst, lead, agency (of region 93), observatory, admin */
    public static String email(String who) {
        return who + "@journey.example";
    }

    public Viewer viewer(String who) {
        return accounts.byEmail(email(who))
                .flatMap(account -> accounts.viewer(account.id()))
                .orElseThrow();
    }

    public Structure structure(String finess) {
        return directory.byFiness(finess).orElseThrow();
    }

    public UUID id(String finess) {
        return structure(finess).id();
    }
}
