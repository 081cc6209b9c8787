package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * What an incident knows of one of its declarations.
 *
 * @param verifiedAt since when it is known to come from the structure; null: call back
 * @param version the one that {@code stated} is of
 * @param withdrawnAt since when it is not confirmed: it makes nothing urgent; null: it holds
 * @param statedAt since when it says of care, of patients and of its state what it says now; an addition to the rest does not move it
 */
public record Declared(
        UUID declaration,
        PublicReference reference,
        Instant declaredAt,
        String channel,
        @Nullable Instant verifiedAt,
        @Nullable Instant withdrawnAt,
        int version,
        Instant statedAt,
        StructureSnapshot structure,
        Stated stated) {

    static Declared of(DeclarationReceived event) {
        return new Declared(
                event.declaration(),
                event.reference(),
                event.declaredAt(),
                event.channel(),
                event.verified() ? event.declaredAt() : null,
                null,
                1,
                event.declaredAt(),
                event.structure(),
                event.stated());
    }

    /** A sheet does not say since when it is verified: taken as from the start, until the event of the verification is heard. */
    static Declared of(Sheet sheet) {
        return new Declared(
                sheet.declaration(),
                sheet.reference(),
                sheet.declaredAt(),
                sheet.channel(),
                sheet.verified() ? sheet.declaredAt() : null,
                null,
                sheet.version(),
                sheet.versionAt(),
                sheet.structure(),
                Stated.of(sheet.answers()));
    }

    /** When it was found; where an import does not say, when it was declared. */
    Instant foundAt() {
        return Objects.requireNonNullElse(stated.foundAt(), declaredAt);
    }

    /** Code of the vocabulary {@code declaration-kind} where it is not an incident like others. */
    public @Nullable String kind() {
        return "INCIDENT".equals(stated.kind()) ? null : stated.kind();
    }

    public boolean verified() {
        return verifiedAt != null;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** @param since null: it holds */
    Declared withdrawn(@Nullable Instant since) {
        return new Declared(
                declaration, reference, declaredAt, channel, verifiedAt, since, version, statedAt, structure, stated);
    }

    Declared amended(DeclarationAmended event) {
        var now = event.stated();
        var saysTheSame = Objects.equals(now.care(), stated.care())
                && Objects.equals(now.endangerment(), stated.endangerment())
                && Objects.equals(now.state(), stated.state());
        return new Declared(
                declaration,
                reference,
                declaredAt,
                channel,
                verifiedAt,
                withdrawnAt,
                event.version(),
                saysTheSame ? statedAt : event.amendedAt(),
                event.structure(),
                now);
    }

    /**
     * It may be heard after a later version: that one's structure stays, unless only the verification found it in the directory. It may be
     * heard twice.
     */
    Declared verified(DeclarationVerified event) {
        if (verifiedAt != null && verifiedAt.isAfter(declaredAt)) {
            return this;
        }
        var where = version == 1 || structure.id() == null ? event.structure() : structure;
        return new Declared(
                declaration,
                reference,
                declaredAt,
                channel,
                event.verifiedAt(),
                withdrawnAt,
                version,
                statedAt,
                where,
                stated);
    }
}
