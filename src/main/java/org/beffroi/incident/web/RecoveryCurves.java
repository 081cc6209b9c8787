package org.beffroi.incident.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.incident.domain.Recovery;
import org.beffroi.incident.domain.Recovery.Curve;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Service;
import org.beffroi.shared.ReadableTime;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Curves to be drawn, and said in words. All of one structure have one axis, so that what came back late is seen beside what came back first.
 * Between two words nobody knows: the line stays where it was, and then steps.
 */
@Component
class RecoveryCurves {
    static final int WIDTH = 160;
    static final int HEIGHT = 40;
    private static final int MARGIN = 2;

    private final Taxonomy taxonomy;

    RecoveryCurves(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** @param said the curve in words, for those who do not see it: «3 October, 02:00: 0 %» */
    record Drawn(Curve curve, String label, String line, String said) {}

    record Option(String value, String label) {}

    /** @param others what else may be said something of */
    record Shown(Recovery recovery, List<Drawn> curves, List<Option> others) {}

    Shown shown(Recovery recovery) {
        return new Shown(
                recovery,
                recovery.curves().stream()
                        .map(curve -> new Drawn(curve, label(curve.service()), line(recovery, curve), said(curve)))
                        .toList(),
                others(recovery));
    }

    private List<Option> others(Recovery recovery) {
        var there = recovery.curves().stream().map(Curve::service).collect(Collectors.toSet());
        return Stream.of(Kind.ACTIVITY, Kind.SYSTEM)
                .flatMap(kind ->
                        taxonomy.vocabulary(kind.vocabulary()).codes().stream().map(code -> new Service(kind, code)))
                .filter(service -> !there.contains(service))
                .map(service -> new Option(service.typed(), label(service)))
                .toList();
    }

    private String label(Service service) {
        return taxonomy.label(service.kind().vocabulary(), service.code());
    }

    private static String line(Recovery recovery, Curve curve) {
        var line = new StringJoiner(" ");
        var height = Integer.MIN_VALUE;
        for (var point : curve.points()) {
            var x = x(recovery, point.asOf());
            if (height != Integer.MIN_VALUE) {
                line.add(x + "," + height);
            }
            height = HEIGHT - MARGIN - point.percent() * (HEIGHT - 2 * MARGIN) / 100;
            line.add(x + "," + height);
        }
        return height == Integer.MIN_VALUE
                ? ""
                : line.add(WIDTH - MARGIN + "," + height).toString();
    }

    private static long x(Recovery recovery, Instant at) {
        var whole = Math.max(1, Duration.between(recovery.from(), recovery.to()).toSeconds());
        var passed = Math.clamp(Duration.between(recovery.from(), at).toSeconds(), 0, whole);
        return MARGIN + passed * (WIDTH - 2 * MARGIN) / whole;
    }

    private static String said(Curve curve) {
        var time = ReadableTime.in(LocaleContextHolder.getLocale());
        return curve.points().stream()
                .map(point -> time.at(point.asOf()) + colon() + point.percent() + "\u00a0%")
                .collect(Collectors.joining(", "));
    }

    private static String colon() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage()) ? "\u00a0: " : ": ";
    }
}
