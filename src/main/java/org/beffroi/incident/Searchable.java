package org.beffroi.incident;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a module keeps that the search over everything finds. Every text belongs to one declaration, and one that was written for an incident to
 * the declaration that bears its number: joined, split or closed, it stays there.
 */
public interface Searchable {
    /**
     * Declarations whose texts have changed since they were last named here, each perhaps several times. They are taken from the list in the
     * caller's transaction: if that is lost, they are named again. What was newly opened is read by {@link Incidents#openedAfter}, and not here.
     */
    default List<UUID> changed(int atMost) {
        return List.of();
    }

    /** How many changes nobody has asked for yet. */
    default int unread() {
        return 0;
    }

    /** All texts that are to be found under these declarations by now, in no order. Who may read them is for the caller to see to. */
    List<SearchText> texts(Collection<UUID> declarations);
}
