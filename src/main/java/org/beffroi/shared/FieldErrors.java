package org.beffroi.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is wrong with what somebody filled in, gathered first and said once. Immutable. */
public record FieldErrors(List<FieldError> all) {
    public static final FieldErrors NONE = new FieldErrors(List.of());

    /**
     * @param field the question's key
     * @param key message key; arguments in order
     */
    public record FieldError(String field, String key, List<Object> arguments) {}

    public FieldErrors {
        all = List.copyOf(all);
    }

    /** One more, by copying: who may find thousands gathers them in a list first. */
    public FieldErrors and(String field, String key, Object... arguments) {
        var more = new ArrayList<>(all);
        more.add(new FieldError(field, key, List.of(arguments)));
        return new FieldErrors(more);
    }

    /** Both, in order. */
    public FieldErrors and(FieldErrors others) {
        var more = new ArrayList<>(all);
        more.addAll(others.all);
        return new FieldErrors(more);
    }

    public Optional<FieldError> of(String field) {
        return all.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new Invalid(this);
        }
    }

    /** Thrown with everything that was wrong; nothing was kept. 422. */
    public static final class Invalid extends RuntimeException {
        private final transient FieldErrors errors;

        Invalid(FieldErrors errors) {
            super(errors.all().toString());
            this.errors = errors;
        }

        public FieldErrors errors() {
            return errors;
        }
    }
}
