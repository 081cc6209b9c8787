package org.beffroi.access.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Account;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.PasswordChanges;
import org.beffroi.access.domain.RightsReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for machines that look after them. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final RightsReader rights;
    private final StructureRegister register;

    AccountsApi(Accounts accounts, PasswordChanges passwords, RightsReader rights, StructureRegister register) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.register = register;
    }

    /**
     * An account, without what guards it.
     *
     * @param structures FINESS numbers; the directory's identifier of one that has none
     * @param mustChangePassword before anything else is opened at the next sign-in
     */
    @Schema(name = "Account")
    record Shown(
            UUID id,
            String email,
            String name,
            Set<Role> roles,
            @Nullable String region,
            Set<String> structures,
            boolean enabled,
            boolean mustChangePassword) {}

    /**
     * @param password handed over: to be changed at the first sign-in
     * @param structures FINESS numbers
     */
    record NewAccount(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable List<String> roles,
            @Nullable String region,
            @Nullable List<String> structures) {}

    /**
     * The whole of what can be changed.
     *
     * @param structures FINESS numbers
     * @param enabled true when left out
     */
    record Changed(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable String region,
            @Nullable List<String> structures,
            @Nullable Boolean enabled) {}

    record State(boolean enabled) {}

    record HandedOver(@Nullable String password) {}

    @OpenTo(Role.ADMIN)
    @GetMapping
    List<Shown> accounts() {
        return accounts.all().stream().map(this::shown).toList();
    }

    @OpenTo(Role.ADMIN)
    @GetMapping("/{id}")
    Shown account(@PathVariable UUID id) {
        return shown(accounts.require(id));
    }

    @OpenTo(Role.ADMIN)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown open(@RequestBody NewAccount body, Viewer viewer) {
        var read = read(body.roles(), body.region(), body.structures());
        var opening = new Accounts.Opening(
                or(body.email()), or(body.name()), or(body.password()), read.roles(), read.region(), read.structures());
        return shown(accounts.open(opening, read.errors(), viewer));
    }

    @OpenTo(Role.ADMIN)
    @PutMapping("/{id}")
    Shown change(@PathVariable UUID id, @RequestBody Changed body, Viewer viewer) {
        var read = read(body.roles(), body.region(), body.structures());
        var change = new Accounts.Change(
                or(body.name()),
                read.roles(),
                read.region(),
                read.structures(),
                body.enabled() == null || body.enabled(),
                "");
        return shown(accounts.change(id, change, read.errors(), viewer));
    }

    @OpenTo(Role.ADMIN)
    @PutMapping("/{id}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id, @RequestBody State body, Viewer viewer) {
        accounts.enable(id, body.enabled(), viewer);
    }

    @OpenTo(Role.ADMIN)
    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable UUID id, @RequestBody HandedOver body, Viewer viewer) {
        passwords.handOver(id, or(body.password()), viewer);
    }

    private RightsReader.Rights read(
            @Nullable List<String> roles, @Nullable String region, @Nullable List<String> structures) {
        return rights.read(roles == null ? List.of() : roles, region, structures == null ? List.of() : structures);
    }

    private Shown shown(Account account) {
        var finess = new TreeSet<String>();
        account.structures().forEach(one -> finess.add(register.finess(one).orElseGet(one::toString)));
        return new Shown(
                account.id(),
                account.email(),
                account.name(),
                account.roles(),
                account.region(),
                finess,
                account.enabled(),
                account.mustChangePassword());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
