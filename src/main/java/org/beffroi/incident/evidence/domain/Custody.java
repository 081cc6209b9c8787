package org.beffroi.incident.evidence.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a piece of evidence from hand to hand. Each is sealed over the one before: none can be changed, left out or put in between
 * without breaking all that follow.
 *
 * @param number from 1
 * @param happenedAt when, as it was said; {@code at} when it was written down
 * @param by who wrote it down, as called then; empty for whoever holds the secret link
 * @param holder who has it now, where that is somebody outside
 * @param words what else there is to say; the hash, where it was sealed; why, where it was erased
 * @param seal SHA-256 over the seal before and all of this
 */
public record Custody(
        int number,
        Kind kind,
        Instant happenedAt,
        Instant at,
        String by,
        @Nullable String holder,
        String words,
        String seal) {

    /** What happened to it. */
    public enum Kind {
        /** Somebody began to hand it in. */
        RECEIVED,
        /** It was here whole, and its hash is known. */
        SEALED,
        /** Somebody took a copy, in a locked archive. */
        GIVEN_OUT,
        /** The thing itself, or a copy that counts as it, was given to somebody outside. */
        HANDED_OVER,
        /** It came back from there. */
        CAME_BACK,
        /** Its content is gone. */
        ERASED
    }

    /** The next one, sealed over those before. */
    static Custody after(List<Custody> before, UUID evidence, Custody unsealed) {
        var last = before.isEmpty() ? "" : before.getLast().seal();
        var numbered = new Custody(
                before.size() + 1,
                unsealed.kind,
                unsealed.happenedAt,
                unsealed.at,
                unsealed.by,
                unsealed.holder,
                unsealed.words,
                "");
        return new Custody(
                numbered.number,
                numbered.kind,
                numbered.happenedAt,
                numbered.at,
                numbered.by,
                numbered.holder,
                numbered.words,
                numbered.sealOver(last, evidence));
    }

    private String sealOver(String last, UUID evidence) {
        // A unit separator stands in no text that anybody types.
        var all = String.join(
                "\u001f",
                last,
                evidence.toString(),
                String.valueOf(number),
                kind.name(),
                happenedAt.toString(),
                at.toString(),
                by,
                String.valueOf(holder),
                words);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing was changed, left out or put in between; what was cut off at the end is not noticed. */
    static boolean intact(List<Custody> all, UUID evidence) {
        var last = "";
        int number = 0;
        for (var one : all) {
            number++;
            if (one.number != number || !one.seal.equals(one.sealOver(last, evidence))) {
                return false;
            }
            last = one.seal;
        }
        return true;
    }
}
