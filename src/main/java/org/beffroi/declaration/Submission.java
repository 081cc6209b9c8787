package org.beffroi.declaration;

import java.time.Instant;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * A declaration on its way in.
 *
 * @param channel code of the vocabulary {@code channel}
 * @param declaredAt when it was said, if earlier than now: by telephone, on paper, in an import
 * @param idempotencyKey made by the sender, 8 to 100 characters: sent twice, it is one declaration
 * @param source where an import has it from, as {@code collection:identifier}
 */
public record Submission(
        Answers answers,
        String channel,
        World world,
        @Nullable Instant declaredAt,
        String idempotencyKey,
        @Nullable String source) {

    public static Submission now(Answers answers, String channel, String idempotencyKey) {
        return new Submission(answers, channel, World.NATIONAL, null, idempotencyKey, null);
    }

    public Submission in(World other) {
        return new Submission(answers, channel, other, declaredAt, idempotencyKey, source);
    }

    /** @param when null: now */
    public Submission at(@Nullable Instant when) {
        return new Submission(answers, channel, world, when, idempotencyKey, source);
    }
}
