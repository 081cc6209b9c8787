package org.beffroi.directory.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who runs structures (FINESS EJ), as far as a file says it; null is not said.
 *
 * @param finess 9 characters
 * @param siren number in the register of enterprises
 * @param registerId key of the FINESS flows, by which hospital groups name their members
 */
record LegalEntity(
        String finess,
        @Nullable String name,
        @Nullable String siren,
        @Nullable String registerId) {}
