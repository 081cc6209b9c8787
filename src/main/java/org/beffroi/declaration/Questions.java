package org.beffroi.declaration;

import java.util.Optional;
import java.util.Set;

/** What the form asks today, for modules that name its questions in files of their own. */
public interface Questions {
    /** Keys, in the form's order. */
    Set<String> keys();

    /** Where the codes of its answers come from; empty when it is answered otherwise, or not asked. */
    Optional<String> vocabulary(String question);
}
