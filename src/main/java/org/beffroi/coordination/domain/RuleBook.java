package org.beffroi.coordination.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.beffroi.coordination.Obligation;
import org.beffroi.declaration.Questions;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The rules in force. A fault in their file stops the start, and all faults are said at once. */
@Component
final class RuleBook {
    private final RuleFile file;
    private final Obligations obligations;

    @Autowired
    RuleBook(Questions questions, Taxonomy taxonomy, @Value("${beffroi.coordination.options:}") Set<String> options) {
        this(RuleFile.open(), questions, taxonomy, options);
    }

    RuleBook(InputStream yaml, Questions questions, Taxonomy taxonomy, Set<String> options) {
        var faults = new ArrayList<String>();
        file = RuleFile.read(yaml, faults);
        var texts = Map.of(
                "en", texts("/messages/coordination.properties"), "fr", texts("/messages/coordination_fr.properties"));
        new RuleCheck(file, questions, taxonomy, texts, faults).run();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(RuleFile.FILE + " cannot be used:\n  " + String.join("\n  ", faults));
        }
        obligations = new Obligations(file, options);
    }

    private static Set<String> texts(String path) {
        try (var stream = Objects.requireNonNull(RuleBook.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    List<Obligation> obligations(Situation situation) {
        return obligations.of(situation);
    }

    Map<String, Recipient> recipients() {
        return file.recipients();
    }
}
