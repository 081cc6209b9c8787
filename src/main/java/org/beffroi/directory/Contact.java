package org.beffroi.directory;

import org.jspecify.annotations.Nullable;

/**
 * A way to reach a structure.
 *
 * @param value number or address, as written
 * @param label whom one reaches
 * @param outOfBand works when the structure's own network, mail and telephones are down
 * @param fromRegister brought by an import; else kept by hand
 */
public record Contact(Kind kind, String value, @Nullable String label, boolean outOfBand, boolean fromRegister) {
    public enum Kind {
        PHONE,
        EMAIL
    }
}
