package org.beffroi.correspondence.domain;

import java.util.regex.Pattern;
import org.beffroi.shared.FieldErrors;

/**
 * A message before it is sent.
 *
 * @param key random, made for this message alone by whoever sends it: sent twice, it is one
 * @param awaits of the desk: whether an answer is awaited; whoever gives none is reminded
 */
public record Draft(String text, String key, boolean awaits) {
    public static final int LONGEST = 4000;

    private static final Pattern KEY = Pattern.compile("[!-~]{8,100}");

    public Draft(String text, String key) {
        this(text, key, true);
    }

    public Draft {
        text = text.replace("\r\n", "\n").strip();
    }

    public FieldErrors check() {
        var errors = FieldErrors.NONE;
        if (text.isEmpty()) {
            errors = errors.and("text", "correspondence.error.empty");
        }
        var length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            errors = errors.and("text", "correspondence.error.long", LONGEST, length);
        }
        if (!KEY.matcher(key).matches()) {
            errors = errors.and("key", "correspondence.error.key");
        }
        return errors;
    }
}
