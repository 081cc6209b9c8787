package org.beffroi.directory.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beffroi.directory.Position;

/**
 * Plane coordinates of French surveys, brought back to degrees. The French systems (RGF93, RGAF09, RGR92…) and WGS 84 lie within a metre
 * of each other; the series used here are exact to centimetres within their zones.
 */
sealed interface Projection {
    /** Empty when the point lies outside the zone for which the projection is made. */
    Optional<Position> position(double east, double north);

    /** By the text that stands in the files: {@code LAMBERT_93}, {@code EPSG:2154 …}, {@code UTM_N20}, {@code UTM Zone 38S}. */
    static Optional<Projection> named(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (upper.contains("LAMBERT_93") || upper.contains("LAMBERT-93") || upper.contains("EPSG:2154")) {
            return Optional.of(new Lambert93());
        }
        var utm = Utm.NAME.matcher(upper);
        if (!utm.find()) {
            return Optional.empty();
        }
        boolean hemisphereFirst = utm.group(1) != null;
        int zone = Integer.parseInt(hemisphereFirst ? utm.group(2) : utm.group(3));
        return Optional.of(new Utm(zone, "S".equals(hemisphereFirst ? utm.group(1) : utm.group(4))));
    }

    /** Ellipsoid GRS 80: half the long axis in metres, and the eccentricity. */
    double AXIS = 6_378_137.0;

    double ECCENTRICITY = 0.081819191042816;

    /** Metropolitan France: conic of Lambert with two standard parallels (IGN, NTG 71, algorithm 4). */
    record Lambert93() implements Projection {
        private static final double EXPONENT = 0.725607765053267;
        private static final double CONSTANT = 11_754_255.426096;
        private static final double POLE_EAST = 700_000;
        private static final double POLE_NORTH = 12_655_612.049876;
        private static final double MERIDIAN = Math.toRadians(3);

        @Override
        public Optional<Position> position(double east, double north) {
            if (!(east > 0 && east < 1_300_000 && north > 6_000_000 && north < 7_200_000)) {
                return Optional.empty();
            }
            double radius = Math.hypot(east - POLE_EAST, north - POLE_NORTH);
            double angle = Math.atan2(east - POLE_EAST, POLE_NORTH - north);
            double isometric = -Math.log(radius / CONSTANT) / EXPONENT;
            return Optional.of(
                    new Position(Math.toDegrees(latitude(isometric)), Math.toDegrees(MERIDIAN + angle / EXPONENT)));
        }

        private static double latitude(double isometric) {
            double latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
            double before;
            do {
                before = latitude;
                double sine = ECCENTRICITY * Math.sin(before);
                latitude = 2 * Math.atan(Math.pow((1 + sine) / (1 - sine), ECCENTRICITY / 2) * Math.exp(isometric))
                        - Math.PI / 2;
            } while (Math.abs(latitude - before) > 1e-12);
            return latitude;
        }
    }

    /** Overseas: transverse Mercator in zones of six degrees (Krüger's series, third order). */
    record Utm(int zone, boolean south) implements Projection {
        private static final Pattern NAME = Pattern.compile("UTM[ _](?:([NS])([0-9]{2})|ZONE ([0-9]{2})([NS]))");
        private static final double FLATTENING = 1 / 298.257222101;
        private static final double THIRD = FLATTENING / (2 - FLATTENING);
        private static final double SCALED_AXIS =
                0.9996 * AXIS / (1 + THIRD) * (1 + THIRD * THIRD / 4 + Math.pow(THIRD, 4) / 64);
        private static final double[] BETA = {
            THIRD / 2 - 2 * THIRD * THIRD / 3 + 37 * Math.pow(THIRD, 3) / 96,
            THIRD * THIRD / 48 + Math.pow(THIRD, 3) / 15,
            17 * Math.pow(THIRD, 3) / 480
        };
        private static final double[] DELTA = {
            2 * THIRD - 2 * THIRD * THIRD / 3 - 2 * Math.pow(THIRD, 3),
            7 * THIRD * THIRD / 3 - 8 * Math.pow(THIRD, 3) / 5,
            56 * Math.pow(THIRD, 3) / 15
        };

        @Override
        public Optional<Position> position(double east, double north) {
            if (zone < 1 || zone > 60 || !(east > 100_000 && east < 900_000 && north >= 0 && north <= 10_000_000)) {
                return Optional.empty();
            }
            double up = (north - (south ? 10_000_000 : 0)) / SCALED_AXIS;
            double right = (east - 500_000) / SCALED_AXIS;
            double straightUp = up;
            double straightRight = right;
            for (int i = 1; i <= BETA.length; i++) {
                straightUp -= BETA[i - 1] * Math.sin(2 * i * up) * Math.cosh(2 * i * right);
                straightRight -= BETA[i - 1] * Math.cos(2 * i * up) * Math.sinh(2 * i * right);
            }
            double conformal = Math.asin(Math.sin(straightUp) / Math.cosh(straightRight));
            double latitude = conformal;
            for (int i = 1; i <= DELTA.length; i++) {
                latitude += DELTA[i - 1] * Math.sin(2 * i * conformal);
            }
            double longitude =
                    Math.toRadians(zone * 6 - 183) + Math.atan2(Math.sinh(straightRight), Math.cos(straightUp));
            return Optional.of(new Position(Math.toDegrees(latitude), Math.toDegrees(longitude)));
        }
    }
}
