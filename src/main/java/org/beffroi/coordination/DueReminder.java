package org.beffroi.coordination;

import java.util.UUID;
import org.beffroi.incident.WordToStructure;

/** A structure is reminded of somebody whom it must tell by itself. */
public record DueReminder(UUID declaration, String key, String text) implements WordToStructure {}
