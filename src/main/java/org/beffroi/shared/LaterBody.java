package org.beffroi.shared;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body too large to be made whole in memory. A handler leaves it as the request's attribute of this name, and it is written when the
 * place within is free again: it holds no connection of the database but for each piece that it asks for.
 */
@FunctionalInterface
public interface LaterBody {
    String ATTRIBUTE = "org.beffroi.later-body";

    void write(OutputStream to) throws IOException;
}
