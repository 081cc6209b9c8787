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

    /** As people read it: French numbers in pairs of digits, anything else as it was written. */
    public String shown() {
        return kind == Kind.PHONE && value.matches("0[1-9][0-9]{8}")
                ? value.replaceAll("(..)(?=.)", "$1\u00A0")
                : value;
    }
}
