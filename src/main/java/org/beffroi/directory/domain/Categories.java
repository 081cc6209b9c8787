package org.beffroi.directory.domain;

import java.util.List;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.taxonomy.Term;
import org.beffroi.taxonomy.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from a structure's category and department, by the vocabularies. */
@Component
class Categories {
    private static final String OTHER = "OTHER";

    private final Vocabulary categories;
    private final Vocabulary departments;

    Categories(Taxonomy taxonomy) {
        this.categories = taxonomy.vocabulary("structure-category");
        this.departments = taxonomy.vocabulary("department");
    }

    boolean known(String category) {
        return categories.has(category);
    }

    /** Code of {@code structure-group}; a category that a newer edition has dropped is among the others. */
    String group(String category) {
        return categories
                .term(category)
                .map(term -> term.attribute("group"))
                .filter(group -> !group.isEmpty())
                .orElse(OTHER);
    }

    boolean obliged(String category) {
        return categories.term(category).map(Categories::obliged).orElse(false);
    }

    private static boolean obliged(Term category) {
        return "true".equals(category.attribute("obliged"));
    }

    List<String> obliged() {
        return categories.terms().stream()
                .filter(Categories::obliged)
                .map(Term::code)
                .toList();
    }

    List<String> ofGroup(String group) {
        return categories.codes().stream()
                .filter(category -> group(category).equals(group))
                .toList();
    }

    /** The region of a department; null when there is no such department. */
    @Nullable
    String region(String department) {
        return departments
                .term(department)
                .map(term -> term.attribute("region"))
                .orElse(null);
    }
}
