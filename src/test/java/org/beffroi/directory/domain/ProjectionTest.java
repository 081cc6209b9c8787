package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.directory.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points whose coordinates are known in both systems. */
class ProjectionTest {
    /** Five times finer than what is asked for: ten metres. */
    private static final double TWO_METRES = 2;

    @ParameterizedTest
    @CsvSource({
        // The projection's own origin.
        "700000, 6600000, 46.5, 3",
        // Sites of which the register's daily file gives both metres and degrees.
        "941342.52, 6589480.53, 46.362063, 6.139885",
        "873766.07, 6570414.61, 46.211257, 5.254203",
    })
    void bringsLambert93BackToDegrees(double east, double north, double latitude, double longitude) {
        var found = Projection.named("1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)")
                .orElseThrow()
                .position(east, north)
                .orElseThrow();
        assertThat(metres(found, new Position(latitude, longitude))).isLessThan(TWO_METRES);
    }

    @ParameterizedTest
    @CsvSource({
        // Reckoned forwards by other series (Snyder's) and a numeric meridian arc.
        "UTM_N20, 500000, 1768935.376, 16, -63",
        "EPSG:5490 RGAF09/UTM Zone 20N (Antilles), 660301.833, 1797176.580, 16.25, -61.5",
        "UTM_S40, 338811.239, 7690101.359, -20.8823, 55.4504",
        "UTM_S40, 500000, 10000000, 0, 57",
    })
    void bringsOverseasZonesBackToDegrees(String name, double east, double north, double latitude, double longitude) {
        var found = Projection.named(name).orElseThrow().position(east, north).orElseThrow();
        assertThat(metres(found, new Position(latitude, longitude))).isLessThan(TWO_METRES);
    }

    @Test
    void knowsNoPlaceOutsideItsZone() {
        var lambert = Projection.named("LAMBERT_93").orElseThrow();
        assertThat(lambert.position(0, 0)).isEmpty();
        assertThat(lambert.position(Double.NaN, 6_600_000)).isEmpty();
        assertThat(lambert.position(1e300, -1e300)).isEmpty();
    }

    @Test
    void doesNotGuessAProjection() {
        assertThat(Projection.named("2,ATLASANTE,100,IGN,BD_ADRESSE")).isEmpty();
    }

    private static double metres(Position one, Position other) {
        double north = (one.latitude() - other.latitude()) * 111_200;
        double east = (one.longitude() - other.longitude()) * 111_200 * Math.cos(Math.toRadians(one.latitude()));
        return Math.hypot(north, east);
    }
}
