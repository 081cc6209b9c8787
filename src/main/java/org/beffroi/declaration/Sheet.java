package org.beffroi.declaration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as it is read, in the reader's language, at one version.
 *
 * @param version the one shown; {@code versions} how many there are
 * @param declaredAt when it was said
 * @param recordedAt when it was recorded: the same, but for what was imported, told to the desk, or waited for a network
 * @param transcription null when it was not told to the desk
 * @param groups in the form's order; only questions that were answered
 */
public record Sheet(
        UUID declaration,
        PublicReference reference,
        World world,
        Instant declaredAt,
        Instant recordedAt,
        String channel,
        boolean verified,
        int version,
        int versions,
        Instant versionAt,
        StructureSnapshot structure,
        Answers answers,
        List<Group> groups,
        @Nullable Transcription transcription) {
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    /**
     * Who at the desk took it down.
     *
     * @param by name; null for those who need not know it
     * @param explanation why it was said before it was found, as it was typed; null otherwise
     */
    public record Transcription(
            @Nullable String by, @Nullable String explanation) {}

    public record Group(String key, List<Line> lines) {}

    /**
     * @param question key; its label is the message {@code declaration.question.<key>}
     * @param values labels of codes, or text as it was typed: escape it
     * @param changed differs from the version before
     */
    public record Line(String question, List<String> values, boolean changed) {}

    /** Sent while there was no network, and arrived only then at {@code recordedAt}. */
    public boolean waited() {
        return ("WEB".equals(channel) || "API".equals(channel)) && recordedAt.isAfter(declaredAt.plus(NOTICEABLE));
    }

    /** A way to reach the declarant, the out-of-band one first. */
    public @Nullable String reach() {
        return answers.one("outOfBand")
                .or(() -> answers.one("phone"))
                .or(() -> answers.one("email"))
                .orElse(null);
    }
}
