package org.beffroi.testing;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's own description, as a judge of its answers: what is not described there may not be sent. */
public final class ApiContract {
    private static final String ITSELF = "https://beffroi.example/openapi";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final SchemaRegistry registry;

    private ApiContract(String text) {
        this.document = JSON.readTree(text);
        var strict = JSON.readTree(text);
        close(strict);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ITSELF, strict.toString())));
    }

    public static ApiContract of(String address) {
        return new ApiContract(Caller.guest(address).get("/api/openapi").body());
    }

    public JsonNode document() {
        return document;
    }

    /** An object with properties has no others. */
    private static void close(JsonNode node) {
        node.forEach(ApiContract::close);
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
    }

    /** @return {@code GET /api/v1/…} by its description */
    public Map<String, JsonNode> operations() {
        var all = new TreeMap<String, JsonNode>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return all;
    }

    /** What of an answer does not fit its description. */
    public List<String> faults(String method, String pattern, HttpResponse<String> answer) {
        var pointer = "/paths/" + escaped(pattern) + "/" + method.toLowerCase(java.util.Locale.ROOT) + "/responses/"
                + answer.statusCode();
        var response = document.at(pointer);
        if (response.isMissingNode()) {
            return List.of("status " + answer.statusCode() + " is not described: " + answer.body());
        }
        if (response.has("$ref")) {
            pointer = response.get("$ref").asString().substring(1);
            response = document.at(pointer);
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.body().isEmpty()) {
            return response.has("content") ? List.of("nothing was sent") : List.of();
        }
        for (var described : response.path("content").propertyNames()) {
            if (type.replace(" ", "").startsWith(described)) {
                return described.contains("json")
                        ? faults(pointer + "/content/" + escaped(described) + "/schema", answer.body())
                        : List.of();
            }
        }
        return List.of("the type " + type + " is not described, but " + response);
    }

    private List<String> faults(String pointer, String body) {
        var schema = registry.getSchema(SchemaLocation.of(ITSELF + "#" + pointer));
        return schema
                .validate(
                        JSON.readTree(body),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    /** What is wrong with the description itself. */
    public List<String> faultsOfItsOwn() {
        var faults = new ArrayList<String>();
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> meta.validate(schema.getValue())
                        .forEach(error -> faults.add(schema.getKey() + ": " + error.getMessage())));
        references(document)
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .forEach(reference -> faults.add("leads nowhere: " + reference));
        return faults;
    }

    private static Stream<String> references(JsonNode node) {
        var own = node.isObject() && node.path("$ref").isString()
                ? Stream.of(node.get("$ref").asString())
                : Stream.<String>of();
        return Stream.concat(own, node.valueStream().flatMap(ApiContract::references));
    }
}
