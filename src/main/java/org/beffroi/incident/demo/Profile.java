package org.beffroi.incident.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an invented incident of one cause is like. Every code is of the vocabulary named after it.
 *
 * @param weight of a hundred incidents
 * @param entry entry-point-kind where it is found; null for what is not malicious
 * @param care how many of a hundred have this effect
 * @param harm how many of a hundred with an effect on care endanger patients
 * @param days shortest and longest time until it is over
 * @param texts what people write
 */
record Profile(
        String cause,
        int weight,
        String rsit,
        @Nullable String entry,
        List<String> systems,
        List<String> dataKinds,
        List<String> dataEffects,
        String reach,
        Map<String, Integer> care,
        int harm,
        List<Integer> days,
        List<String> texts) {

    boolean malicious() {
        return entry != null;
    }

    String origin() {
        return malicious() ? "MALICIOUS" : "NON_MALICIOUS";
    }
}
