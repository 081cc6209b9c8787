package org.beffroi.access.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Account;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.ApiTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and tokens for machines that look after them. */
@RestController
@RequestMapping("/api/v1")
class AccountsApi {
    private final Accounts accounts;
    private final ApiTokens tokens;

    AccountsApi(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** An account, without what guards it. */
    @Schema(name = "Account")
    record Shown(
            UUID id,
            String email,
            String name,
            Set<Role> roles,
            @Nullable String region,
            Set<UUID> structures,
            boolean enabled) {
        static Shown of(Account account) {
            return new Shown(
                    account.id(),
                    account.email(),
                    account.name(),
                    account.roles(),
                    account.region(),
                    account.structures(),
                    account.enabled());
        }
    }

    /** @param structures identifiers in the directory */
    record NewAccount(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable Set<Role> roles,
            @Nullable String region,
            @Nullable Set<UUID> structures) {
        Accounts.Opening opening() {
            return new Accounts.Opening(
                    or(email),
                    or(name),
                    or(password),
                    roles == null ? Set.of() : roles,
                    region,
                    structures == null ? Set.of() : structures);
        }
    }

    record NewToken(
            @Nullable String name,
            @Nullable Role role,
            @Nullable String region,
            @Nullable Set<UUID> structures,
            @Nullable Integer days) {}

    /** @param token shown this once */
    record FreshToken(String token) {}

    record State(boolean enabled) {}

    @OpenTo(Role.ADMIN)
    @GetMapping("/accounts")
    List<Shown> accounts() {
        return accounts.all().stream().map(Shown::of).toList();
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Shown open(@RequestBody NewAccount body, Viewer viewer) {
        return Shown.of(accounts.open(body.opening(), viewer));
    }

    @OpenTo(Role.ADMIN)
    @PutMapping("/accounts/{id}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id, @RequestBody State body, Viewer viewer) {
        accounts.enable(id, body.enabled(), viewer);
    }

    @OpenTo(Role.ADMIN)
    @GetMapping("/tokens")
    List<ApiTokens.Token> tokens() {
        return tokens.all();
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    FreshToken make(@RequestBody NewToken body, Viewer viewer) {
        var days = body.days() == null ? 365 : body.days();
        var structures = body.structures() == null ? Set.<UUID>of() : body.structures();
        return new FreshToken(tokens.make(
                ApiTokens.Grant.checked(or(body.name()), body.role(), body.region(), structures, Duration.ofDays(days)),
                viewer));
    }

    @OpenTo(Role.ADMIN)
    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, viewer);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
