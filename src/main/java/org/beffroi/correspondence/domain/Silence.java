package org.beffroi.correspondence.domain;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.beffroi.shared.Paris;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is done by itself where a structure does not answer: steps by time.
 *
 * @param from first hour of the day, in Paris, at which anybody is reminded; {@code to} the first at which nobody is any more
 * @param forgets older silences are left to people
 */
record Silence(int from, int to, Duration forgets, List<Step> steps) {
    private static final String FILE = "/correspondence/silence.yaml";

    /** Who is reminded. */
    enum To {
        /** Whoever declared, on the way they gave. */
        DECLARANT,
        /** Another contact of the structure. */
        NEXT_CONTACT,
        /** The desk: somebody should call. */
        DESK
    }

    record Step(String key, Duration after, To to) {}

    /** A fault in the file stops the start. */
    static Silence read() {
        try (var stream = Objects.requireNonNull(Silence.class.getResourceAsStream(FILE), FILE)) {
            return of(new YAMLMapper().readTree(stream));
        } catch (IOException e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    private static Silence of(JsonNode file) {
        var steps = new ArrayList<Step>();
        for (var step : file.path("steps")) {
            steps.add(new Step(
                    step.path("key").asString(),
                    Duration.parse(step.path("after").asString()),
                    To.valueOf(step.path("to").asString())));
        }
        return new Silence(
                file.path("hours").path("from").asInt(),
                file.path("hours").path("to").asInt(),
                Duration.parse(file.path("forgets").asString()),
                steps);
    }

    Silence {
        steps = List.copyOf(steps);
        var keys = new HashSet<String>();
        var before = Duration.ZERO;
        for (var step : steps) {
            if (!keys.add(step.key()) || step.after().compareTo(before) <= 0) {
                throw new IllegalStateException("%s: step %s has no key of its own, or is not after the one above it"
                        .formatted(FILE, step.key()));
            }
            before = step.after();
        }
        if (steps.isEmpty() || from < 0 || to > 24 || from >= to || forgets.compareTo(before) <= 0) {
            throw new IllegalStateException(FILE + ": no steps, no hours of a day, or it forgets before its last step");
        }
    }

    /**
     * Those whose time has come, in order.
     *
     * @param speed how many times faster clocks run
     */
    List<Step> due(Instant since, Instant now, int speed) {
        return steps.stream()
                .filter(step -> !at(step, since, speed).isAfter(now))
                .toList();
    }

    static Instant at(Step step, Instant since, int speed) {
        return since.plus(step.after().dividedBy(speed));
    }

    boolean awake(Instant now) {
        var hour = now.atZone(Paris.ZONE).getHour();
        return hour >= from && hour < to;
    }
}
