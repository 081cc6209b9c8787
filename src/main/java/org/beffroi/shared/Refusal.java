package org.beffroi.shared;

import java.util.List;

/**
 * A request that the domain does not allow, or cannot carry out, with the reason in words for the one who asked. Never a fault of ours.
 *
 * <p>The message key is looked up in the reader's language. Pages show it with the desk's number; the API answers with RFC 9457.
 */
public final class Refusal extends RuntimeException {
    /** What sort of refusal: each is one HTTP status and one problem type. */
    public enum Kind {
        /** 404: there is no such thing, or it is not for this viewer to know. */
        NOT_FOUND,
        /** 409: it cannot be done in the present state; the message says what can. */
        CONFLICT,
        /** 422: what was sent is understood and wrong; the message or the field errors say how to mend it. */
        INVALID
    }

    private final Kind kind;
    private final String key;
    private final List<Object> arguments;

    private Refusal(Kind kind, String key, Object... arguments) {
        super(key + List.of(arguments));
        this.kind = kind;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public static Refusal notFound(String key, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, key, arguments);
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Kind.CONFLICT, key, arguments);
    }

    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(Kind.INVALID, key, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
