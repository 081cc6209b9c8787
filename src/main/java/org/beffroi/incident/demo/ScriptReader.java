package org.beffroi.incident.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stories and the queue: cases that are written down step by step in {@code stories.yaml} and {@code queue.yaml}. */
final class ScriptReader {

    private final Stage stage;
    private final Cast cast;
    private final Words words;
    private final Dice dice;
    private final Instant now;

    ScriptReader(Stage stage, Cast cast, Words words, Dice dice, Instant now) {
        this.stage = stage;
        this.cast = cast;
        this.words = words;
        this.dice = dice;
        this.now = now;
    }

    /** The case, and those that join it. */
    List<Episode> read(String key, JsonNode script) {
        var structure = script.required("structure");
        var beds = structure.path("beds");
        var played = cast.forScript(
                structure.required("category").asString(),
                beds.path(0).asInt(0),
                beds.path(1).asInt(0));
        var found = found(script);
        var declarant = cast.declarantOf(played);
        var finess = String.valueOf(played.finess());
        var one = new Episode(key, played, declarant, found, answers(finess, found, script.required("answers")));
        var declared = found.plus(duration(script.required("declared")));
        var guest = script.path("guest").asBoolean(false);
        one.then(declared, stage.declare(guest ? Viewer.guest() : declarant, "WEB", declared));
        var all = new ArrayList<>(List.of(one));
        for (var step : script.path("steps")) {
            var at = found.plus(duration(step.required("after")));
            if (step.has("join")) {
                all.addAll(joining(one, at, step));
            } else {
                step(one, at, step);
            }
        }
        return all;
    }

    private Instant found(JsonNode script) {
        if (script.has("found")) {
            return now.minus(duration(script.path("found")));
        }
        return now.atZone(Paris.ZONE)
                .toLocalDate()
                .minusDays(script.required("daysAgo").asInt())
                .atTime(LocalTime.parse(script.required("at").asString()))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    /** As {@code P1DT4H}. */
    private static Duration duration(JsonNode text) {
        return Duration.parse(text.asString());
    }

    private Answers answers(String finess, Instant found, JsonNode written) {
        var answers = Answers.NONE
                .with("structure", finess)
                .with("name", words.person(dice))
                .with("phone", Words.mobile(dice))
                .with("foundAt", found.toString());
        for (var answer : values(written).entrySet()) {
            answers = answers.with(answer.getKey(), answer.getValue().toArray(String[]::new));
        }
        return answers;
    }

    private static Map<String, List<String>> values(JsonNode written) {
        var values = new LinkedHashMap<String, List<String>>();
        written.properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().valueStream().map(JsonNode::asString).toList()));
        return values;
    }

    private void step(Episode one, Instant at, JsonNode step) {
        var by = cast.named(step.path("by").asString(""));
        if (step.has("take")) {
            one.then(at, stage.take(cast.named(step.path("take").asString())));
        } else if (step.has("verify")) {
            one.then(at, stage.verify(cast.named(step.path("verify").asString())));
        } else if (step.has("triage")) {
            one.then(at, stage.triage(assessment(step.path("triage")), by));
        } else if (step.has("note")) {
            one.then(at, stage.note(step.path("note").asString(), by));
        } else if (step.has("amend")) {
            one.then(at, stage.amend(values(step.path("amend"))));
        } else if (step.has("resolve")) {
            one.then(at, stage.resolve(at, by));
        } else if (step.has("close")) {
            one.then(at, stage.close(conclusion(step.path("close")), by));
        } else {
            one.then(at, stage.reopen(step.required("reopen").asString(), by));
        }
    }

    /** Other structures of the same category declare one after the other, and the desk sees that it is one incident. */
    private List<Episode> joining(Episode first, Instant from, JsonNode step) {
        var others = new ArrayList<Episode>();
        var every = duration(step.required("every"));
        for (var text : step.required("texts")) {
            var at = from.plus(every.multipliedBy(others.size()));
            var structure = cast.forScript(first.structure.category(), 0, 0);
            var declarant = cast.declarantOf(structure);
            var found = at.minus(1, ChronoUnit.HOURS);
            var answers = first.answers
                    .with("structure", String.valueOf(structure.finess()))
                    .with("name", words.person(dice))
                    .with("outOfBand", Words.mobile(dice))
                    .with("foundAt", found.toString())
                    .with("description", text.asString());
            var other = new Episode(first.key + "-" + others.size(), structure, declarant, found, answers);
            other.then(at, stage.declare(declarant, "WEB", at));
            first.then(
                    at.plus(20, ChronoUnit.MINUTES),
                    stage.join(other, cast.named(step.path("by").asString())));
            others.add(other);
        }
        return others;
    }

    private static Assessment assessment(JsonNode written) {
        return new Assessment(
                true,
                written.path("major").asBoolean(false),
                text(written, "grade"),
                text(written, "rsit"),
                written.path("causes").valueStream().map(JsonNode::asString).toList(),
                text(written, "origin"),
                text(written, "severity"),
                text(written, "endangerment"),
                text(written, "care"));
    }

    private static Conclusion conclusion(JsonNode written) {
        return new Conclusion(
                written.required("outcome").asString(),
                text(written, "entryPoint"),
                text(written, "kind"),
                text(written, "reason"));
    }

    private static @Nullable String text(JsonNode written, String name) {
        return written.has(name) ? written.path(name).asString() : null;
    }
}
