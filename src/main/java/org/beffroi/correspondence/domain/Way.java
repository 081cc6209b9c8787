package org.beffroi.correspondence.domain;

import java.util.Locale;

/** By what something reaches its reader. */
public enum Way {
    MAIL,
    SMS,
    /** Posted to another machine. */
    WEBHOOK;

    /** As it is named in texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
