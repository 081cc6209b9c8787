package org.beffroi.directory;

/**
 * @param latitude in degrees north, WGS 84
 * @param longitude in degrees east, WGS 84
 */
public record Position(double latitude, double longitude) {
    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not on Earth: " + latitude + ", " + longitude);
        }
    }
}
