package org.beffroi.declaration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;

/** Mails that came in and are no declaration yet. The module that receives them comes later in the graph; the form asks it. */
public interface ToldByMail {
    /** What the desk begins the form with. {@code words} subject and text. */
    record Begun(String address, String name, String words, Instant sentAt) {}

    /** Empty when there is none that waits, or the viewer is not of the desk. */
    Optional<Begun> begin(UUID mail, Viewer viewer);

    /** It was written down as this declaration; what came with it goes along. */
    void became(UUID mail, UUID declaration, Viewer by);
}
