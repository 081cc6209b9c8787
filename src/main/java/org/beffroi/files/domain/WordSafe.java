package org.beffroi.files.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.files.Safe;
import org.springframework.stereotype.Component;

/** The key's identifier, a colon, and what {@link Lock} makes of the words, in Base64. */
@Component
class WordSafe implements Safe {
    /** In the place of a piece's number; files have those from -1 on. */
    private static final int WORDS = -2;

    private final Keys keys;

    WordSafe(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String lock(UUID owner, String words) {
        var key = keys.current();
        var open = words.getBytes(StandardCharsets.UTF_8);
        var closed = new Lock(key.secret(), owner).close(WORDS, open, 0, open.length);
        return key.id() + ":" + Base64.getEncoder().encodeToString(closed);
    }

    @Override
    public Optional<String> open(UUID owner, String locked) {
        var colon = locked.indexOf(':');
        return keys.byId(locked.substring(0, Math.max(0, colon)))
                .flatMap(key -> open(new Lock(key, owner), locked.substring(colon + 1)));
    }

    private static Optional<String> open(Lock lock, String closed) {
        try {
            return Optional.of(
                    new String(lock.open(WORDS, Base64.getDecoder().decode(closed)), StandardCharsets.UTF_8));
        } catch (Lock.Damaged | IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
