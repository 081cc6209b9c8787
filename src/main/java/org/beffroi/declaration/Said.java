package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;

/**
 * What was answered in words, in some version: of a question that is answered freely, or the label of a code in every language.
 *
 * @param version the first one that says so
 */
public record Said(UUID declaration, int version, Instant at, String words) {}
