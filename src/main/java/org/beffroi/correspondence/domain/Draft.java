package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.beffroi.shared.FieldErrors;

/**
 * A message before it is sent.
 *
 * @param key random, made for this message alone by whoever sends it: sent twice, it is one
 * @param haste of the desk: how soon the structure is told
 * @param enclosures files that go along with it
 * @param awaits of the desk: whether an answer is awaited; whoever gives none is reminded
 */
public record Draft(String text, String key, boolean awaits, Haste haste, List<Enclosure> enclosures) {
    /** Files with one message. */
    public static final int MOST_FILES = 10;
    /** Bytes of them all; larger ones are handed in as evidence. */
    public static final int LARGEST_FILES = 15 * 1024 * 1024;

    public static final int LONGEST = 4000;

    private static final Pattern KEY = Pattern.compile("[!-~]{8,100}");

    public Draft(String text, String key) {
        this(text, key, true);
    }

    public Draft(String text, String key, boolean awaits) {
        this(text, key, awaits, Haste.USUAL, List.of());
    }

    Draft with(List<Enclosure> files) {
        return new Draft(text, key, awaits, haste, files);
    }

    /** Of what Beffroi writes by itself. */
    Draft unhurried() {
        return new Draft(text, key, awaits, Haste.UNHURRIED, enclosures);
    }

    public Draft {
        text = text.replace("\r\n", "\n").strip();
        enclosures = List.copyOf(enclosures);
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
        if (enclosures.size() > MOST_FILES
                || enclosures.stream().mapToLong(Enclosure::length).sum() > LARGEST_FILES) {
            errors = errors.and("file", "correspondence.error.files", MOST_FILES, LARGEST_FILES >> 20);
        }
        if (enclosures.stream().anyMatch(file -> file.length() == 0)) {
            errors = errors.and("file", "files.error.empty");
        }
        return errors;
    }
}
