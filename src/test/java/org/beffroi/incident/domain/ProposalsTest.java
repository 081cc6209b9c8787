package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.UUID;
import org.beffroi.incident.domain.Proposals.Proposal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source of the rules: DOMAIN, «major» of the on-call arrangement of 17 October 2022; CSP D.1111-16-2 II. */
class ProposalsTest {
    @Test
    void proposesMajorForAServiceHitAndADegradedMode() {
        var incident = anIncident().declaring("systems", "HEALTH_RECORD").declaring("care", "DEGRADED");
        assertThat(incident.open().proposals().major())
                .isEqualTo(new Proposal("true", "incident.rule.major.service-and-degraded"));
    }

    @Test
    void proposesNotMajorWhereCareGoesOnAsEver() {
        assertThat(major(anIncident().declaring("systems", "WEBSITE").declaring("care", "NONE")))
                .isEqualTo(new Proposal("false", "incident.rule.major.not-degraded"));
        assertThat(major(anIncident().declaring("care", "NONE")).value()).isEqualTo("false");
    }

    @Test
    void proposesNothingWhereTheHitServiceWasNotStated() {
        var ask = new Proposal(null, "incident.rule.major.service-not-stated");
        assertThat(major(anIncident().declaring("care", "DEGRADED"))).isEqualTo(ask);
        assertThat(major(anIncident().declaring("care", "INTERRUPTED").declaring("endangerment", "PROVEN")))
                .isEqualTo(ask);
        assertThat(major(anIncident().declaring("care", "NONE").declaring("endangerment", "PROVEN")))
                .isEqualTo(ask);
    }

    @Test
    void proposesNothingWhereTheEffectOnCareWasNotStated() {
        var ask = new Proposal(null, "incident.rule.major.care-not-stated");
        assertThat(major(anIncident().declaring("systems", "WEBSITE"))).isEqualTo(ask);
        assertThat(major(anIncident().declaring("endangerment", "PROVEN"))).isEqualTo(ask);
    }

    @Test
    void hearsOfTheServiceFromOneStructureAndOfCareFromAnother() {
        var other = anIncident().declaring("systems", "LABORATORY").declared();
        assertThat(major(anIncident().declaring("care", "DEGRADED").with(other)).value())
                .isEqualTo("true");
    }

    private static Proposal major(AnIncident incident) {
        return incident.open().proposals().major();
    }

    @Test
    void proposesSignificantWhenTheOrganisationOfCareIsHit() {
        assertThat(grade(anIncident().declaring("perimeter", "REGION"))).isEqualTo("SIGNIFICANT");
    }

    @Test
    void proposesSignificantWhenOthersAreLikelyToBeHit() {
        assertThat(grade(anIncident().declaring("reach", "PROVIDER"))).isEqualTo("SIGNIFICANT");
        assertThat(grade(anIncident().with(anIncident().in("Clinique du Val").declared())))
                .isEqualTo("SIGNIFICANT");
    }

    @Test
    void tellsStructuresApartByWhatTheyAreAndNotByTheirNames() {
        var one = new UUID(9, 1);
        var named = anIncident().in("Clinique Saint-Jean").of(one);
        assertThat(grade(named.with(anIncident()
                        .in("Clinique Saint-Jean")
                        .of(new UUID(9, 2))
                        .declared())))
                .isEqualTo("SIGNIFICANT");
        var renamed = anIncident().in("Clinique du Parc").of(one).declared();
        assertThat(anIncident()
                        .in("Clinique Saint-Jean")
                        .of(one)
                        .with(renamed)
                        .open()
                        .proposals()
                        .grade())
                .isNull();
    }

    @Test
    void proposesGraveForSafetyDataAndWorking() {
        assertThat(grade(anIncident().declaring("endangerment", "POTENTIAL"))).isEqualTo("GRAVE");
        assertThat(grade(anIncident().declaring("dataKinds", "HEALTH").declaring("dataEffects", "DISCLOSED")))
                .isEqualTo("GRAVE");
        assertThat(grade(anIncident().declaring("care", "DEGRADED"))).isEqualTo("GRAVE");
    }

    @Test
    void proposesNoGradeWhereNoRuleSpeaks() {
        assertThat(anIncident().open().proposals().grade()).isNull();
    }

    @Test
    void proposesSeverityInWordsOfCare() {
        assertThat(severity(anIncident().declaring("endangerment", "PROVEN"))).isEqualTo("S4");
        assertThat(severity(anIncident().declaring("care", "INTERRUPTED"))).isEqualTo("S3");
        assertThat(severity(anIncident().declaring("care", "DEGRADED"))).isEqualTo("S2");
        assertThat(severity(anIncident().declaring("systems", "WEBSITE"))).isEqualTo("S1");
        assertThat(severity(anIncident())).isEqualTo("S0");
    }

    private static @Nullable String grade(AnIncident incident) {
        return java.util.Objects.requireNonNull(incident.open().proposals().grade())
                .value();
    }

    private static @Nullable String severity(AnIncident incident) {
        return incident.open().proposals().severity().value();
    }
}
