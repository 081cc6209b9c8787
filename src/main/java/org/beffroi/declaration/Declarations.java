package org.beffroi.declaration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.PublicReference;

/** What other modules may ask of declarations. */
public interface Declarations {
    /**
     * Takes a declaration in. When this returns, it is committed; within a transaction of the caller's it is committed with that.
     *
     * @throws NotFollowed within the caller's transaction, which is lost, when what follows a declaration fails; without one, what follows
     *     is then done later
     * @throws org.beffroi.shared.FieldErrors.Invalid with all that is wrong
     * @throws org.beffroi.shared.Refusal of kind CONFLICT when the key was used for something else
     */
    Receipt submit(Submission submission, Viewer by);

    /**
     * Adds a version. {@code answers} are all the answers as they are now, not only those that changed.
     *
     * @param basedOn the version that was read before
     * @throws org.beffroi.shared.Refusal of kind CONFLICT when somebody has added another version since
     */
    void amend(UUID declaration, Answers answers, int basedOn, Viewer by);

    /**
     * Says that the declaration does come from the structure. Twice does no harm.
     *
     * @throws org.beffroi.shared.Refusal of kind CONFLICT when the viewer does not speak for that structure
     */
    void verify(UUID declaration, DeclarationVerified.How how, Viewer by);

    /** The newest version, in the current language; empty when it is not for this viewer. */
    Optional<Sheet> sheet(UUID declaration, Viewer viewer);

    /** Several newest versions, in the order asked for; those not for this viewer are left out. */
    List<Sheet> sheets(List<UUID> declarations, Viewer viewer);

    /**
     * The last version that the holder of this secret link may read.
     *
     * @throws org.beffroi.shared.Refusal of kind NOT_FOUND when it is no such link
     */
    Sheet followed(String token);

    /** Not confirmed: what was said counts no more. */
    boolean isWithdrawn(UUID declaration);

    /** Which declaration bears this number; empty when it is not for this viewer. */
    Optional<UUID> find(PublicReference reference, Viewer viewer);

    /**
     * All that was ever answered in words, the newest version first; each once. For an index: whoever asks sees to it that nobody reads there what
     * is not for them.
     */
    List<Said> said(Collection<UUID> declarations);
}
