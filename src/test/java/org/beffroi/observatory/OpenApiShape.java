package org.beffroi.observatory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what the API's own description says of it: names, types, nulls, codes, dates. */
final class OpenApiShape {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private OpenApiShape(JsonNode document) {
        this.document = document;
    }

    /** What of the answer is not as the schema says; empty when all is. */
    static List<String> faults(JsonNode document, String schema, JsonNode answer) {
        var shape = new OpenApiShape(document);
        shape.check(document.at("/components/schemas/" + schema), answer, schema);
        return shape.faults;
    }

    private void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            check(document.at(schema.get("$ref").asString().substring(1)), value, where);
        } else if (schema.has("anyOf")) {
            var fits = schema.get("anyOf").valueStream().anyMatch(one -> fits(one, value));
            expect(fits, where + " fits none of anyOf: " + value);
        } else {
            checkType(schema, value, where);
        }
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        var alone = new OpenApiShape(document);
        alone.check(schema, value, "");
        return alone.faults.isEmpty();
    }

    private void checkType(JsonNode schema, JsonNode value, String where) {
        var types = schema.get("type").isArray()
                ? schema.get("type").valueStream().map(JsonNode::asString).toList()
                : List.of(schema.get("type").asString());
        expect(types.contains(type(value)) || (types.contains("number") && value.isNumber()), where + " is " + value);
        if (value.isObject()) {
            checkObject(schema, value, where);
        } else if (value.isArray()) {
            value.valueStream().forEach(one -> check(schema.get("items"), one, where + "[]"));
        } else if (value.isString()) {
            checkText(schema, value.asString(), where);
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String where) {
        var described = new TreeSet<>(schema.at("/properties").propertyNames());
        expect(described.equals(new TreeSet<>(value.propertyNames())), where + " has " + value.propertyNames());
        value.propertyStream()
                .filter(property -> described.contains(property.getKey()))
                .forEach(property -> check(
                        schema.at("/properties/" + property.getKey()),
                        property.getValue(),
                        where + "." + property.getKey()));
    }

    private void checkText(JsonNode schema, String text, String where) {
        if (schema.has("enum")) {
            expect(
                    schema.get("enum")
                            .valueStream()
                            .anyMatch(code -> code.asString().equals(text)),
                    where + " is " + text);
        }
        switch (schema.path("format").asString("")) {
            case "date" -> expect(DATE.matcher(text).matches(), where + " is no date: " + text);
            case "date-time" -> expect(INSTANT.matcher(text).matches(), where + " is no instant: " + text);
            default -> expect(!schema.has("format"), where + " has a format that is not checked here");
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }

    private void expect(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
