package org.beffroi.coordination.domain;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.beffroi.shared.Paris;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * When structures are reminded of what they must do themselves: {@code coordination/reminders.yaml}.
 *
 * @param from hour in Paris; {@code to} not included
 */
record DueSteps(int from, int to, List<Step> steps) {
    private static final String FILE = "/coordination/reminders.yaml";

    /** @param at from when it is due; negative: before */
    record Step(String key, Duration at) {}

    /** A fault in the file stops the start. */
    static DueSteps read() {
        try (var stream = Objects.requireNonNull(DueSteps.class.getResourceAsStream(FILE), FILE)) {
            return of(new YAMLMapper().readTree(stream));
        } catch (IOException e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    private static DueSteps of(JsonNode file) {
        var steps = new ArrayList<Step>();
        file.path("steps")
                .forEach(step -> steps.add(new Step(
                        step.path("key").asString(),
                        Duration.parse(step.path("at").asString()))));
        return new DueSteps(
                file.path("hours").path("from").asInt(),
                file.path("hours").path("to").asInt(),
                steps);
    }

    DueSteps {
        steps = List.copyOf(steps);
        var keys = new HashSet<String>();
        Duration before = null;
        for (var step : steps) {
            if (!keys.add(step.key()) || (before != null && step.at().compareTo(before) <= 0)) {
                throw new IllegalStateException("%s: step %s has no key of its own, or is not after the one above it"
                        .formatted(FILE, step.key()));
            }
            before = step.at();
        }
        if (steps.isEmpty() || from < 0 || to > 24 || from >= to) {
            throw new IllegalStateException(FILE + ": no steps, or no hours of a day");
        }
    }

    /** How long before it is due the first comes, and how long after, the last. */
    Duration earliest() {
        return steps.getFirst().at().negated();
    }

    Duration latest() {
        return steps.getLast().at();
    }

    /**
     * Those whose time has come, in order.
     *
     * @param arose what lay before, nobody could be reminded of
     * @param speed how many times faster clocks run
     */
    List<Step> due(Instant due, Instant arose, Instant now, int speed) {
        return steps.stream()
                .filter(step -> {
                    var at = due.plus(step.at().dividedBy(speed));
                    return !at.isAfter(now) && !at.isBefore(arose);
                })
                .toList();
    }

    /** By day; at night where it is due before the morning. */
    boolean mayWrite(Instant due, Instant now) {
        var here = now.atZone(Paris.ZONE);
        if (here.getHour() >= from && here.getHour() < to) {
            return true;
        }
        var day = here.getHour() >= to ? here.toLocalDate().plusDays(1) : here.toLocalDate();
        var morning = day.atTime(LocalTime.of(from, 0)).atZone(Paris.ZONE).toInstant();
        return due.isAfter(now) && due.isBefore(morning);
    }
}
