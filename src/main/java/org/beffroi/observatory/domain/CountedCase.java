package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One incident as the figures count it: it has a verified declaration. Where the desk has a view, it stands for what was declared; the
 * state and the delay are those of the first version of the first declaration, for ever.
 *
 * @param day of its first verified declaration, in Europe/Paris: gives its year and month
 * @param region of the structure that declared first, as that structure was then
 * @param state at declaration
 * @param causes several, or none
 * @param outcome of the closure; {@link #OPEN} or {@link #OUT_OF_SCOPE} before
 * @param entryPoint {@code NOT_SAID} unless closed with a word on it
 * @param members the structures that declared it, each once; one that the directory does not know is not among them
 */
record CountedCase(
        LocalDate day,
        @Nullable String country,
        @Nullable String region,
        @Nullable String group,
        String origin,
        Set<String> causes,
        String state,
        String delay,
        String care,
        String endangerment,
        boolean helpWanted,
        Set<String> dataEffects,
        String outcome,
        String entryPoint,
        List<Member> members) {
    static final String OPEN = "OPEN";
    static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";
    static final String NOT_SAID = "NOT_SAID";

    /**
     * @param structure salted hash
     * @param degraded whether its care was degraded or interrupted by this incident
     */
    record Member(String structure, @Nullable String region, boolean obliged, boolean degraded) {}

    int year() {
        return day.getYear();
    }

    boolean handled() {
        return !outcome.equals(OUT_OF_SCOPE);
    }

    boolean closed() {
        return handled() && !outcome.equals(OPEN);
    }

    /** The same case with the structures of one region only. */
    CountedCase within(String onlyRegion) {
        var ours = members.stream()
                .filter(member -> onlyRegion.equals(member.region()))
                .toList();
        return new CountedCase(
                day,
                country,
                region,
                group,
                origin,
                causes,
                state,
                delay,
                care,
                endangerment,
                helpWanted,
                dataEffects,
                outcome,
                entryPoint,
                ours);
    }
}
