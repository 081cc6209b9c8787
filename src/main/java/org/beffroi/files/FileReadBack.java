package org.beffroi.files;

import java.util.UUID;

/**
 * A file has come in whole, and can be read.
 *
 * @param sha256 of what was read, 64 hexadecimal digits
 */
public record FileReadBack(UUID file, String sha256) {}
