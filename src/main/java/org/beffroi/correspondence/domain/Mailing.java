package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * One message of the desk to many structures of an incident, and how far it has come.
 *
 * @param by who sent it, by name
 * @param text with its fields in braces
 * @param structures how many it goes to
 * @param written in how many conversations it stands; the others follow in a moment
 * @param refused to how many it could not be written
 */
public record Mailing(
        UUID id,
        Instant orderedAt,
        String by,
        Audience audience,
        String text,
        int structures,
        int written,
        int refused,
        int opened,
        int answered) {

    /** Whether it is still being written. */
    public boolean underWay() {
        return written + refused < structures;
    }

    /**
     * What became of it with one structure.
     *
     * @param openedAt when somebody of the structure first opened it; null: nobody has
     * @param openedBy by name; empty for whoever holds the secret link; null while nobody has
     * @param answered whether the structure has written since
     * @param refused message key of why it was not written; null: it was, or will be
     */
    public record Line(
            PublicReference reference,
            String structure,
            boolean written,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            boolean answered,
            @Nullable String refused,
            @Nullable Delivery delivery) {}

    /** @param lines those who have not opened it first */
    public record Report(Mailing mailing, List<Line> lines) {}

    /**
     * Before it is sent: how many it would go to.
     *
     * @param unverified how many of the incident's declarations are left out, or taken in, because nobody knows yet whether they come from
     *     the structure
     * @param first as the first structure would read it; null where there is none
     */
    public record Plan(
            int structures, int unverified, @Nullable String first) {}

    /**
     * What somebody asks to be sent.
     *
     * @param expected how many structures were shown to whoever sends it; when there are others by then, it is asked again
     */
    public record Order(Audience audience, boolean unverified, String text, String key, String language, int expected) {
        /** Leaves room for what is filled in. */
        public static final int LONGEST = 3500;

        private static final Set<String> LANGUAGES = Set.of("fr", "en");

        public Order {
            text = text.replace("\r\n", "\n").strip();
            language = LANGUAGES.contains(language) ? language : "fr";
        }

        FieldErrors check() {
            var length = text.codePointCount(0, text.length());
            var errors = new Draft(text.isEmpty() ? "" : ".", key).check();
            return length > LONGEST ? errors.and("text", "correspondence.error.long", LONGEST, length) : errors;
        }
    }
}
