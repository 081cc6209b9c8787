package org.beffroi.incident.web;

import java.util.Objects;
import org.beffroi.access.Viewer;

/**
 * One request about one incident.
 *
 * @param reference as it stands in the address
 * @param form what was sent, in the address or in the body
 */
record Deed(String reference, DeskForm form, Viewer viewer) {

    /** Which part of a long list is asked for; the first when it is not said. */
    int part(String list) {
        return Objects.requireNonNullElse(form.number(list), 1);
    }
}
