package org.beffroi.incident.evidence.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.incident.evidence.domain.Custody;
import org.beffroi.incident.evidence.domain.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, for machines.
 *
 * @param length bytes; {@code received} how many of them are here
 * @param sha256 of what can be read back; null until it is here whole
 * @param password of the archive
 * @param custody from hand to hand; empty for a structure
 * @param intact whether that account is whole
 */
record ExhibitJson(
        UUID id,
        String name,
        String mediaType,
        long length,
        long received,
        @Nullable String sha256,
        Instant at,
        @Nullable Instant erasedAt,
        @Nullable String declaration,
        String words,
        String by,
        String password,
        @Nullable String holder,
        List<Custody> custody,
        boolean intact) {

    static ExhibitJson of(Exhibit exhibit) {
        var file = exhibit.file();
        return new ExhibitJson(
                file.id(),
                file.name(),
                file.mediaType(),
                file.length(),
                file.received(),
                file.sha256(),
                file.at(),
                file.erasedAt(),
                exhibit.declaration(),
                exhibit.words(),
                exhibit.by(),
                exhibit.password(),
                exhibit.holder(),
                exhibit.custody(),
                exhibit.intact());
    }
}
