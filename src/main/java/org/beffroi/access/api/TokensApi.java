package org.beffroi.access.api;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.access.domain.RightsReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, for machines that look after them. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {
    private final ApiTokens tokens;
    private final RightsReader rights;

    TokensApi(ApiTokens tokens, RightsReader rights) {
        this.tokens = tokens;
        this.rights = rights;
    }

    /**
     * @param structures FINESS numbers
     * @param days 365 when left out
     */
    record NewToken(
            @Nullable String name,
            @Nullable String role,
            @Nullable String region,
            @Nullable List<String> structures,
            @Nullable Integer days) {}

    /** @param token shown this once */
    record FreshToken(String token) {}

    @OpenTo(Role.ADMIN)
    @GetMapping
    List<ApiTokens.Token> tokens() {
        return tokens.all();
    }

    @OpenTo(Role.ADMIN)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FreshToken make(@RequestBody NewToken body, Viewer viewer) {
        var read = rights.read(
                body.role() == null ? List.of() : List.of(body.role()),
                body.region(),
                body.structures() == null ? List.of() : body.structures());
        var grant = ApiTokens.Grant.checked(
                body.name() == null ? "" : body.name(), read, Duration.ofDays(body.days() == null ? 365 : body.days()));
        return new FreshToken(tokens.make(grant, viewer));
    }

    @OpenTo(Role.ADMIN)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, viewer);
    }
}
