package org.beffroi.access.domain;

import java.nio.charset.StandardCharsets;
import org.beffroi.shared.FieldErrors;

/** What a password must be. */
final class PasswordRules {
    private static final int SHORTEST = 12;
    /** What bcrypt takes. */
    private static final int LONGEST_BYTES = 72;

    private PasswordRules() {}

    static FieldErrors check(String password, FieldErrors errors) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return errors.and("password", "access.error.password-long");
        }
        return password.length() < SHORTEST ? errors.and("password", "access.error.password", SHORTEST) : errors;
    }
}
