package org.beffroi.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a structure can do, as the last yearly survey (SAE) found it. Nothing said is not zero.
 *
 * @param emergency has an authorised emergency department
 * @param paediatricEmergency has one for children
 * @param emergencyVisits visits in the survey's year
 * @param smur has a mobile emergency and resuscitation service
 * @param samu houses the department's emergency call centre
 * @param acuteBeds beds of medicine, surgery and obstetrics (MCO)
 * @param intensiveCareBeds beds of intensive care (réanimation)
 * @param activities codes of the vocabulary {@code activity}
 */
public record Capacity(
        boolean emergency,
        boolean paediatricEmergency,
        @Nullable Integer emergencyVisits,
        boolean smur,
        boolean samu,
        @Nullable Integer acuteBeds,
        @Nullable Integer intensiveCareBeds,
        Set<String> activities) {
    public static final Capacity UNKNOWN = new Capacity(false, false, null, false, false, null, null, Set.of());

    public Capacity {
        activities = Set.copyOf(activities);
    }

    public Capacity with(Set<String> itsActivities) {
        return new Capacity(
                emergency,
                paediatricEmergency,
                emergencyVisits,
                smur,
                samu,
                acuteBeds,
                intensiveCareBeds,
                itsActivities);
    }
}
