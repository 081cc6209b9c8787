package org.beffroi.declaration.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * A declaration at one of its versions.
 *
 * @param recordedAt when it was recorded, at or after {@code declaredAt}
 * @param account who declared; null for guests and imports
 * @param author who made this version
 * @param transcription null when it was not told to the desk
 * @param edition of the questionnaire that this version answers
 */
public record DeclarationRow(
        UUID id,
        PublicReference reference,
        World world,
        String channel,
        Instant declaredAt,
        Instant recordedAt,
        @Nullable UUID account,
        int versions,
        boolean verified,
        String edition,
        int version,
        Instant versionAt,
        Answers answers,
        StructureSnapshot structure,
        Author author,
        Sheet.@Nullable Transcription transcription) {

    boolean isOf(@Nullable UUID otherStructure) {
        return Objects.equals(structure.id(), otherStructure);
    }
}
