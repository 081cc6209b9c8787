package org.beffroi.incident.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The texts and shares of the demonstration, from {@code incident/demo/*.yaml}. */
final class Bank {
    private final YAMLMapper yaml = new YAMLMapper();
    final List<Profile> causes;
    final List<String> outOfScope;
    final Words words;

    Bank() {
        var file = read("causes");
        causes = yaml.convertValue(file.required("causes"), new TypeReference<List<Profile>>() {});
        outOfScope = yaml.convertValue(file.required("outOfScope"), new TypeReference<List<String>>() {});
        words = yaml.convertValue(read("words"), Words.class);
    }

    /** @param name of the file: {@code stories} or {@code queue} */
    List<JsonNode> scripts(String name) {
        return read(name).required("scripts").valueStream().toList();
    }

    private JsonNode read(String name) {
        try (var file = Bank.class.getResourceAsStream("/incident/demo/" + name + ".yaml")) {
            return yaml.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
