package org.beffroi.incident.domain;

import org.beffroi.incident.Conclusion;
import org.beffroi.shared.FieldErrors;

/**
 * How the attacker came in is asked of every malicious incident that was treated: most structures never look for it, and so fall twice to
 * the same door.
 */
final class EntryPoint {
    private EntryPoint() {}

    /** The conclusion with nothing that contradicts its entry point, or all that is missing. */
    static Conclusion complete(Conclusion conclusion, boolean malicious) {
        var asked = malicious && conclusion.treated();
        var found = conclusion.entryPoint() == null && !asked ? "NOT_APPLICABLE" : conclusion.entryPoint();
        missing(conclusion, found, asked).throwIfAny();
        return new Conclusion(
                conclusion.outcome(),
                found,
                "FOUND".equals(found) ? conclusion.entryPointKind() : null,
                "NOT_FOUND".equals(found) ? conclusion.entryPointUnknownReason() : null);
    }

    private static FieldErrors missing(
            Conclusion conclusion, @org.jspecify.annotations.Nullable String found, boolean asked) {
        var errors = FieldErrors.NONE;
        if (found == null) {
            errors = errors.and("entryPoint", "incident.error.entry-point");
        } else if (asked && found.equals("NOT_APPLICABLE")) {
            errors = errors.and("entryPoint", "incident.error.entry-point-malicious");
        } else if (found.equals("FOUND") && conclusion.entryPointKind() == null) {
            errors = errors.and("entryPointKind", "incident.error.entry-point-kind");
        } else if (found.equals("NOT_FOUND") && conclusion.entryPointUnknownReason() == null) {
            errors = errors.and("entryPointUnknownReason", "incident.error.entry-point-reason");
        }
        return errors;
    }
}
