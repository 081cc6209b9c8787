package org.beffroi.directory.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON as it is found in the daily files: names in other capitals than in their schema, codes as plain text where it says objects, fields
 * that it requires and that are absent.
 */
record Node(JsonNode json) {
    /** Never null: a missing node, of which everything is missing. */
    Node child(String name) {
        for (var property : json.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return new Node(property.getValue());
            }
        }
        return new Node(MissingNode.getInstance());
    }

    @Nullable
    String text(String name) {
        var value = child(name).json;
        return value.isValueNode() ? Fields.blankToNull(value.asString("")) : null;
    }

    /** The first that is there. */
    @Nullable
    String first(String... names) {
        for (var name : names) {
            var text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** A code, written as text or as {@code {"code": …}}. */
    @Nullable
    String coding(String name) {
        var value = child(name);
        var code = value.json.isObject() ? value.text("code") : text(name);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    /** The elements of a list; none when it is missing. */
    List<Node> list(String name) {
        var elements = new ArrayList<Node>();
        var value = child(name).json;
        if (value.isArray()) {
            value.forEach(element -> elements.add(new Node(element)));
        }
        return elements;
    }
}
