package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;

/** An event of a later module by which an incident is graver than the desk knew. It raises the severity, and never lowers it. */
public interface SeveritySignal {
    UUID incident();

    /** Code of the vocabulary {@code severity}. */
    String severity();

    /** Message key: why. */
    String reasonKey();

    Instant signalledAt();
}
