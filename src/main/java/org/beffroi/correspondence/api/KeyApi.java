package org.beffroi.correspondence.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.PgpKey;
import org.beffroi.correspondence.domain.PgpKeys;
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

/** The OpenPGP keys of those to whom the desk writes. */
@RestController
@RequestMapping("/api/v1/messages/keys")
class KeyApi {
    private final PgpKeys keys;

    KeyApi(PgpKeys keys) {
        this.keys = keys;
    }

    /**
     * @param key an armored public key
     * @param compared that its fingerprint was compared by voice, so that mails may hold the message itself; false when left out
     */
    record NewPgpKey(
            @Nullable String address,
            @Nullable String key,
            @Nullable Boolean compared) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<PgpKey> pgpKeys() {
        return keys.all();
    }

    /** Takes the place of the key that the address had. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PgpKey keepPgpKey(@RequestBody NewPgpKey body, Viewer viewer) {
        return keys.keep(
                Objects.requireNonNullElse(body.address(), ""),
                Objects.requireNonNullElse(body.key(), "").strip().getBytes(StandardCharsets.UTF_8),
                Boolean.TRUE.equals(body.compared()),
                viewer);
    }

    /** Its fingerprint was compared by voice: mails hold the message itself from now on. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/comparison")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comparePgpKey(@PathVariable UUID id, Viewer viewer) {
        keys.compare(id, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropPgpKey(@PathVariable UUID id, Viewer viewer) {
        keys.drop(id, viewer);
    }
}
