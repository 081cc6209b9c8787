package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How the systems and care activities of one structure come back.
 *
 * @param from where the curves begin: when it was found, or what was said first
 * @param to where they end: the last word once all is back, else now
 * @param curves of those that were declared as hit, or of which somebody has said something since; the furthest from normal first
 */
public record Recovery(String reference, String structure, Instant from, Instant to, List<Curve> curves) {

    public Recovery {
        curves = curves.stream().sorted(Comparator.comparingInt(Curve::rank)).toList();
    }

    /** What comes back. */
    public enum Kind {
        SYSTEM,
        ACTIVITY;

        public String vocabulary() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param code of the kind's vocabulary */
    public record Service(Kind kind, String code) {
        /** As a form sends it. */
        public String typed() {
            return kind + ":" + code;
        }
    }

    /** @param percent of what worked before */
    public record Point(Instant asOf, int percent, boolean byDesk) {}

    /** @param points by time; empty: it was hit, and nobody has said how far it is */
    public record Curve(Service service, List<Point> points) {
        public boolean known() {
            return !points.isEmpty();
        }

        public Point last() {
            return points.getLast();
        }

        private int rank() {
            return known() ? last().percent() : -1;
        }
    }

    public long back() {
        return curves.stream()
                .filter(curve -> curve.known() && curve.last().percent() == 100)
                .count();
    }

    /** Whether anybody has said anything. */
    public boolean told() {
        return curves.stream().anyMatch(Curve::known);
    }
}
