package org.beffroi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A set of declarations and incidents that are counted together, and never with those of another world.
 *
 * @param code lower-case letters, digits and hyphens, at most 20 characters
 */
public record World(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    /** What French structures declare: the only world of the Observatory's published figures. */
    public static final World NATIONAL = new World("national");

    private static final String REHEARSAL = "rehearsal-";

    /** A rehearsal's own: what is declared there is marked everywhere, reaches nobody outside and is in no figure. */
    public static World rehearsal(long number) {
        return new World(REHEARSAL + number);
    }

    public boolean isRehearsal() {
        return code.startsWith(REHEARSAL);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public World {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a world's code: " + code);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
