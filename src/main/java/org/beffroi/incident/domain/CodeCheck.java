package org.beffroi.incident.domain;

import java.util.List;
import java.util.Objects;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what was filled in uses the vocabularies, and does not contradict itself. */
@Component
class CodeCheck {
    private final Taxonomy taxonomy;

    CodeCheck(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    FieldErrors faults(Assessment assessment) {
        var errors = FieldErrors.NONE;
        errors = known(errors, "grade", "health-code-grade", assessment.grade());
        errors = known(errors, "rsit", "rsit", assessment.rsit());
        errors = known(errors, "origin", "origin", assessment.origin());
        errors = known(errors, "severity", "severity", assessment.severity());
        errors = known(errors, "endangerment", "endangerment", assessment.endangerment());
        errors = known(errors, "care", "care-effect", assessment.care());
        for (var cause : assessment.causes()) {
            errors = known(errors, "causes", "cause", cause);
        }
        return contradicts(assessment.causes(), assessment.origin())
                ? errors.and("causes", "incident.error.cause-origin")
                : errors;
    }

    FieldErrors faults(Conclusion conclusion) {
        var errors = known(FieldErrors.NONE, "outcome", "outcome", conclusion.outcome());
        errors = known(errors, "entryPoint", "entry-point", conclusion.entryPoint());
        errors = known(errors, "entryPointKind", "entry-point-kind", conclusion.entryPointKind());
        return known(
                errors, "entryPointUnknownReason", "entry-point-unknown-reason", conclusion.entryPointUnknownReason());
    }

    private FieldErrors known(FieldErrors errors, String field, String vocabulary, @Nullable String code) {
        return code == null || taxonomy.vocabulary(vocabulary).has(code)
                ? errors
                : errors.and(field, "incident.error.code", code);
    }

    /** An attack among the causes of what was no attack, or the other way round. */
    private boolean contradicts(List<String> causes, @Nullable String origin) {
        return origin != null
                && !origin.equals("UNKNOWN")
                && causes.stream()
                        .flatMap(cause -> taxonomy.vocabulary("cause").term(cause).stream())
                        .noneMatch(term -> Objects.equals(term.attribute("origin"), origin))
                && !causes.isEmpty();
    }
}
