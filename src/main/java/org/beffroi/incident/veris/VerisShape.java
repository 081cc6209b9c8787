package org.beffroi.incident.veris;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether what we read of a line has the types of the VERIS schema: a text where a list belongs would be read as nothing. */
final class VerisShape {
    private static final List<String> TEXTS = List.of("/incident_id", "/victim/industry", "/victim/state");
    private static final List<String> OBJECTS =
            List.of("/timeline", "/timeline/incident", "/timeline/discovery", "/victim");
    private static final List<String> WHOLE_NUMBERS =
            List.of("/timeline/incident/year", "/timeline/incident/month", "/timeline/incident/day");

    private VerisShape() {}

    /**
     * @param enumerations paths with dots
     * @throws IllegalArgumentException that names the place, what stands there and what should
     */
    static void check(JsonNode line, Set<String> enumerations) {
        require(line.isObject(), "the line", line, "an object");
        OBJECTS.forEach(path -> optional(line.at(path), JsonNode::isObject, path, "an object"));
        TEXTS.forEach(path -> optional(line.at(path), JsonNode::isString, path, "text"));
        WHOLE_NUMBERS.forEach(path -> optional(line.at(path), JsonNode::isInt, path, "a whole number"));
        optional(line.at("/timeline/discovery/value"), JsonNode::isNumber, "/timeline/discovery/value", "a number");
        var key = line.path("incident_id").asString("");
        require(
                key.matches("[\\x20-\\x7e]{0,100}"),
                "incident_id",
                line.path("incident_id"),
                "at most 100 plain characters");
        enumerations.forEach(path -> enumeration(line, path));
    }

    private static void enumeration(JsonNode line, String path) {
        var nodes = List.of(line);
        var names = path.split("\\.");
        for (int i = 0; i < names.length; i++) {
            var name = names[i];
            var last = i == names.length - 1;
            nodes = nodes.stream()
                    .map(node -> node.path(name))
                    .filter(node -> !node.isMissingNode() && !node.isNull())
                    .flatMap(node -> node.isArray() ? node.valueStream() : List.of(node).stream())
                    .toList();
            nodes.forEach(node -> require(
                    node.isObject() || (last && node.isString()),
                    path,
                    node,
                    last ? "text, or a list of texts" : "an object"));
        }
    }

    private static void optional(
            JsonNode node, java.util.function.Predicate<JsonNode> type, String path, String expected) {
        require(node.isMissingNode() || type.test(node), path.substring(1).replace('/', '.'), node, expected);
    }

    private static void require(boolean fits, String where, JsonNode found, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s: expected %s, found %s".formatted(where, expected, shortened(found)));
        }
    }

    private static String shortened(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
