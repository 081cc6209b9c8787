package org.beffroi.correspondence.domain;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the desk often writes, to be changed before it is sent. From {@code correspondence/outlines.yaml}. */
@Component
public class Outlines {
    private static final String FILE = "/correspondence/outlines.yaml";

    private final List<Outline> all;

    Outlines() {
        try (var stream = Objects.requireNonNull(Outlines.class.getResourceAsStream(FILE), FILE)) {
            all = new YAMLMapper().readValue(stream, new TypeReference<List<Outline>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    /**
     * @param key its title is the message {@code correspondence.outline.<key>}
     * @param text by language
     */
    public record Outline(String key, Map<String, String> text) {
        /** With its fields in braces. */
        public String raw(Locale language) {
            return Objects.requireNonNull(text.getOrDefault(language.getLanguage(), text.get("en")));
        }

        /** @param fields by name, without braces; one that is empty leaves no gap */
        public String filled(Locale language, Map<String, String> fields) {
            var filled = raw(language);
            for (var field : fields.entrySet()) {
                filled = filled.replace("{" + field.getKey() + "}", field.getValue());
            }
            return filled.replaceAll("\n{3,}", "\n\n").strip();
        }
    }

    public List<Outline> all() {
        return all;
    }

    public Optional<Outline> find(String key) {
        return all.stream().filter(outline -> outline.key().equals(key)).findFirst();
    }
}
