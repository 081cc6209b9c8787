package org.beffroi.coordination.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.coordination.domain.ASituation.DECLARED;
import static org.beffroi.coordination.domain.ASituation.FOUND;
import static org.beffroi.coordination.domain.ASituation.declaredBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.Obligation.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten nights that were, or might be: who is told, by when. The law (CSP D.1111-16-3): the agency of the region and the FSSI of every
 * declaration, the FSSI leads when it is major; CORRUSS of an impact on health; ANSM of a major incident that touches medicines or devices;
 * ANSSI of a possible national reach. CNIL, complaint and insurer are the structure's own affair.
 */
class FanOutTest {
    /**
     * «now»: without delay after the declaration, by the desk; «leads»: so, and it leads; «72h»: so long after it was found, by the
     * structure itself.
     */
    private static final String TABLE = """
            night              | ARS | FSSI  | CORRUSS | ANSM | ANSSI | CNIL | POLICE | INSURER
            Dax 2021           | now | leads | now     | now  | -     | 72h  | 72h    | 72h
            Corbeil 2022       | now | leads | now     | now  | -     | 72h  | 72h    | 72h
            Versailles 2022    | now | leads | now     | now  | -     | 72h  | 72h    | 72h
            Brest 2023         | now | leads | now     | -    | -     | -    | 72h    | 72h
            Armentières 2024   | now | leads | now     | now  | -     | 72h  | 72h    | 72h
            Cannes 2024        | now | leads | now     | -    | -     | 72h  | 72h    | 72h
            La Sagesse 2024    | now | leads | now     | -    | -     | -    | 72h    | 72h
            overdose           | now | leads | now     | now  | -     | 72h  | -      | -
            outage of a host   | now | leads | now     | -    | -     | 72h  | -      | -
            phishing, EHPAD    | now | now   | -       | -    | -     | 72h  | 72h    | 72h
            """;

    private static final Map<String, ASituation> NIGHTS = nights();

    private static Map<String, ASituation> nights() {
        var nights = new LinkedHashMap<String, ASituation>();
        encrypted(nights);
        others(nights);
        return nights;
    }

    private static ASituation hospital() {
        return declaredBy("ES").reach("SEVERAL_SERVERS").perimeter("ONE_SITE");
    }

    private static void encrypted(Map<String, ASituation> nights) {
        var attacked =
                hospital().origin("MALICIOUS").with("causes", "RANSOMWARE").data("HEALTH", "UNAVAILABLE");
        nights.put(
                "Dax 2021",
                attacked.care("INTERRUPTED")
                        .patients("POTENTIAL")
                        .systems("HEALTH_RECORD", "EMERGENCY_CALLS", "MEDICAL_DEVICE", "IMAGING"));
        nights.put(
                "Corbeil 2022",
                attacked.care("DEGRADED").patients("POTENTIAL").systems("HEALTH_RECORD", "PRESCRIPTION", "IMAGING"));
        nights.put(
                "Versailles 2022",
                attacked.care("INTERRUPTED").patients("POTENTIAL").systems("NETWORK", "MEDICAL_DEVICE"));
        nights.put(
                "Brest 2023",
                hospital()
                        .origin("MALICIOUS")
                        .with("causes", "ACCOUNT_COMPROMISE")
                        .data("HEALTH", "NONE")
                        .care("DEGRADED")
                        .patients("NONE")
                        .systems("NETWORK"));
        nights.put(
                "Armentières 2024",
                attacked.care("INTERRUPTED").patients("POTENTIAL").systems("HEALTH_RECORD", "PHARMACY"));
        nights.put("Cannes 2024", attacked.care("DEGRADED").patients("NONE").systems("HEALTH_RECORD", "MESSAGING"));
    }

    private static void others(Map<String, ASituation> nights) {
        nights.put(
                "La Sagesse 2024",
                hospital()
                        .perimeter("SEVERAL_SITES")
                        .origin("MALICIOUS")
                        .data("UNKNOWN", "UNKNOWN")
                        .care("DEGRADED")
                        .patients("NONE")
                        .systems("NETWORK", "MESSAGING"));
        nights.put(
                "overdose",
                declaredBy("ES")
                        .origin("NON_MALICIOUS")
                        .with("causes", "APPLICATION_FAULT")
                        .data("HEALTH", "ALTERED")
                        .care("DEGRADED")
                        .patients("PROVEN")
                        .systems("PRESCRIPTION"));
        nights.put(
                "outage of a host",
                declaredBy("LBM")
                        .origin("NON_MALICIOUS")
                        .with("causes", "PROVIDER_FAILURE")
                        .reach("PROVIDER")
                        .data("HEALTH", "UNAVAILABLE")
                        .care("DEGRADED")
                        .systems("HOSTED_SERVICE", "LABORATORY"));
        nights.put(
                "phishing, EHPAD",
                declaredBy("EHPAD")
                        .origin("MALICIOUS")
                        .with("causes", "PHISHING")
                        .reach("WORKSTATION")
                        .data("OTHER_PERSONAL", "DISCLOSED")
                        .care("NONE")
                        .patients("NONE")
                        .systems("MESSAGING"));
    }

    private static ASituation night(String name) {
        return Objects.requireNonNull(NIGHTS.get(name), name);
    }

    static Stream<List<String>> rows() {
        return TABLE.lines().skip(1).map(FanOutTest::cells);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).toList();
    }

    @Test
    void theTableHasEveryNight() {
        assertThat(rows().map(List::getFirst)).containsExactlyElementsOf(NIGHTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsThoseWhomTheLawNames(List<String> row) {
        var head = cells(TABLE.lines().findFirst().orElseThrow());
        var night = night(row.getFirst());
        var told = new LinkedHashMap<String, String>();
        for (var obligation : ASituation.book().obligations(night.known())) {
            told.put(obligation.recipient(), cell(obligation));
        }
        var expected = new LinkedHashMap<String, String>();
        for (int column = 1; column < head.size(); column++) {
            if (!row.get(column).equals("-")) {
                expected.put(head.get(column), row.get(column));
            }
        }
        assertThat(told).isEqualTo(expected);
    }

    /** What was stopped in time is known to the desk, and is nobody else's affair. */
    @Test
    void nobodyIsToldOfANearMiss() {
        for (var night : NIGHTS.values()) {
            assertThat(ASituation.book()
                            .obligations(night.with("kind", "NEAR_MISS").known()))
                    .isEmpty();
            assertThat(ASituation.book()
                            .obligations(night.with("kind", "THREAT").known()))
                    .isEmpty();
            assertThat(ASituation.book()
                            .obligations(night.with("kind", "VOLUNTARY").known()))
                    .isEqualTo(ASituation.book().obligations(night.known()));
        }
    }

    private static String cell(Obligation obligation) {
        if (obligation.due() == null) {
            assertThat(obligation.from()).isEqualTo(DECLARED);
            assertThat(obligation.by()).isEqualTo(By.DESK);
            return obligation.reason().equals("major-lead") ? "leads" : "now";
        }
        assertThat(obligation.by()).isEqualTo(By.STRUCTURE);
        return Duration.between(FOUND, obligation.due()).toHours() + "h";
    }

    /** What they are told. */
    @Test
    void eachSeesItsOwnFieldsAlone() {
        var seen = ASituation.book().obligations(night("Dax 2021").known()).stream()
                .filter(obligation -> obligation.fields().size() < 15)
                .map(obligation -> obligation.recipient() + " " + String.join(" ", obligation.fields()))
                .collect(joining("\n"));
        assertThat(seen).isEqualTo("""
                CORRUSS structure phone outOfBand foundAt care endangerment endangermentDescription careSince careUntil activities state systems perimeter
                ANSM structure phone foundAt care endangerment endangermentDescription activities state systems origin causes providerKind providerName
                CNIL structure foundAt occurredAt state systems dataKinds dataEffects origin causes
                POLICE structure foundAt occurredAt systems reach dataKinds dataEffects origin causes
                INSURER structure foundAt occurredAt state systems reach origin causes""");
    }
}
