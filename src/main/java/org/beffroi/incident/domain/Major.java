package org.beffroi.incident.domain;

import org.jspecify.annotations.Nullable;

/**
 * For what somebody is called at night: the major incident, and whatever makes it graver.
 *
 * <p>Major is «one or more digital services hit and a degraded mode» (on-call duty of the national desk, 24 hours a day since 17 October
 * 2022). Who declares at three in the morning has ticked no list of services: care that is degraded or interrupted, or patients who are or may be
 * endangered, is enough until somebody of the desk has looked. Then the desk's judgement counts: its «major», or severity 3 and above; and what
 * becomes worse afterwards. A severity of 3 and above that a later module found out counts always. What has not happened (a near miss, a
 * threat), is resolved or not confirmed is not major.
 *
 * @param level the larger, the graver; bits of {@link Urgency}, then the desk's judgement, then signals
 */
public record Major(int level) {
    /** Patients endangered, care disturbed: as declared and judged together. */
    private static final int STATED = 64 | 32 | 16 | 8;

    private static final int JUDGED = 128;
    private static final int SIGNALLED = 256;
    private static final int SIGNALLED_WORST = 512;

    /** The level in SQL, of an incident {@code i} with its live triage {@code t}. */
    public static final String LEVEL = """
            ((i.urgency & %d) | case when t.major or t.severity >= 'S3' then %d else 0 end
                | case when i.signalled >= 'S4' then %d when i.signalled = 'S3' then %d else 0 end)
            """.formatted(STATED, JUDGED, SIGNALLED | SIGNALLED_WORST, SIGNALLED);

    /** In SQL, that an incident {@code i} may be major at all. */
    public static final String POSSIBLE = """
            i.open and not exists (select 1 from incident.resolution r where r.incident_id = i.id and r.ended_at is null)
                and exists (select 1 from incident.incident_declaration d where d.incident_id = i.id and d.withdrawn_at is null
                    and (d.kind is null or d.kind not in ('NEAR_MISS', 'THREAT')))
            """;

    /** What was known of it when it was last looked at. */
    public record Known(int level, boolean sameJudgement) {}

    /**
     * Whether it has become major, or graver.
     *
     * @param known null: it was never looked at
     * @param judged whether the desk has judged it as it is now stated; as major, the level says so
     */
    public boolean calls(@Nullable Known known, boolean judged) {
        if (level < Integer.lowestOneBit(STATED)) {
            return false;
        }
        var saidNotMajor = judged && level < JUDGED;
        if (saidNotMajor && (known == null || !known.sameJudgement())) {
            return false; // The desk has just looked.
        }
        return known == null || level > known.level();
    }
}
