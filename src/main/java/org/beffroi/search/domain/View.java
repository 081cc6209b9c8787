package org.beffroi.search.domain;

import java.util.Arrays;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.SearchText.Readers;

/** Which words are looked through together: those that one circle of readers may read, or those of one sort. */
public enum View {
    /** All that the desk reads. */
    ALL,
    /** All that an agency reads of a declaration of its region. */
    REGION,
    /** All that an agency reads of an incident in which a declaration of its region lies. */
    TOLD,
    NAMES,
    DECLARED,
    MESSAGES,
    /** What the desk wrote for itself. */
    NOTES,
    /** Observables and techniques. */
    SEEN,
    FILES;

    boolean holds(Kind kind) {
        return switch (this) {
            case ALL -> true;
            case REGION -> kind.readers() == Readers.DECLARATION;
            case TOLD -> kind.readers() == Readers.INCIDENT;
            case NAMES -> kind == Kind.NAME;
            case DECLARED -> kind == Kind.DECLARED;
            case MESSAGES -> kind == Kind.MESSAGE;
            case NOTES ->
                switch (kind) {
                    case NOTE, LOG, HANDOVER, TASK, TAG -> true;
                    default -> false;
                };
            case SEEN ->
                switch (kind) {
                    case OBSERVABLE, OBSERVABLE_TOLD, TECHNIQUE -> true;
                    default -> false;
                };
            case FILES -> kind == Kind.FILE;
        };
    }

    /** Whether an agency may look through it within its scope: nothing in it is for the desk alone. */
    boolean ofDeclaration() {
        return Arrays.stream(Kind.values()).filter(this::holds).allMatch(kind -> kind.readers() == Readers.DECLARATION);
    }
}
