package org.beffroi.coordination.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have to be told. Its name is the message {@code coordination.recipient.<key>}.
 *
 * @param patients may read what was written about patients
 * @param toldAs code of the vocabulary {@code told} by which a structure says that it told them itself
 * @param option where it applies only if the operator names it
 * @param sees keys of the questions whose answers it may see
 */
record Recipient(
        String key,
        boolean patients,
        @Nullable String toldAs,
        @Nullable String option,
        List<String> sees) {}
