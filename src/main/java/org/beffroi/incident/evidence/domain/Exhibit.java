package org.beffroi.incident.evidence.domain;

import java.util.List;
import org.beffroi.files.KeptFile;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, as one reader may see it.
 *
 * @param declaration whose structure handed it in; null: the desk
 * @param structure its name; null: the desk
 * @param words what it is
 * @param by who handed it in, as called then; empty for whoever holds the secret link
 * @param password that opens the archive in which it is given out
 * @param custody from hand to hand, in order; empty for those who need not know
 * @param intact whether that account of it is whole
 */
public record Exhibit(
        KeptFile file,
        @Nullable String declaration,
        @Nullable String structure,
        String words,
        String by,
        String password,
        List<Custody> custody,
        boolean intact) {

    /** Who has it outside the house; null: nobody. */
    public @Nullable String holder() {
        return custody.stream()
                .filter(one -> one.kind() == Custody.Kind.HANDED_OVER || one.kind() == Custody.Kind.CAME_BACK)
                .reduce((first, second) -> second)
                .map(Custody::holder)
                .orElse(null);
    }
}
