package org.beffroi.taxonomy;

import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.springframework.stereotype.Component;

/** All words that are codes, in both languages. */
@Component
class GlossaryPage implements GeneratedPage {
    /** A longer vocabulary is an official list: its file is the place to read it. */
    private static final int LONGEST = 60;

    private final Taxonomy taxonomy;

    GlossaryPage(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    @Override
    public String name() {
        return "glossary";
    }

    @Override
    public String text() {
        return """
                # Glossary

                The vocabularies: codes as they are stored and sent, with what people read. Each is a file of `src/main/resources/taxonomy`.
                """ + taxonomy.vocabularies().stream().map(GlossaryPage::section).collect(Collectors.joining());
    }

    private static String section(Vocabulary vocabulary) {
        var terms = vocabulary.terms();
        return "\n## %s\n\nEdition %s. Source: %s.\n"
                        .formatted(vocabulary.name(), vocabulary.edition(), vocabulary.source())
                + (terms.size() > LONGEST
                        ? "\n%d codes, from `%s` to `%s`: see `src/main/resources/taxonomy/%s.csv`.\n"
                                .formatted(
                                        terms.size(),
                                        terms.getFirst().code(),
                                        terms.getLast().code(),
                                        vocabulary.name())
                        : table(terms));
    }

    private static String table(List<Term> terms) {
        return GeneratedPage.head("code", "English", "français")
                + terms.stream()
                        .map(term -> GeneratedPage.row("`" + term.code() + "`", term.en(), term.fr()))
                        .collect(Collectors.joining());
    }
}
