package org.beffroi.incident.domain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in an incident of a kind, by whom and until when.
 *
 * @param causes that propose it, as codes
 * @param own handed in by the house
 */
public record Playbook(String key, String edition, Set<String> causes, Said title, List<Step> steps, boolean own) {

    /** Who has to do something. */
    public enum Party {
        /** The desk. */
        DESK,
        /** The structure's management, on call. */
        DIRECTION,
        /** The structure's IT, or whoever does it for them. */
        IT,
        /** Physicians, nurses, pharmacists, laboratory: those at the bedside and their risk manager. */
        CARE,
        /** The data protection officer. */
        PRIVACY,
        /** Host, operator or editor. */
        PROVIDER
    }

    /** In both languages. */
    public record Said(String english, String french) {
        public String in(Locale locale) {
            return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
        }
    }

    /**
     * One task of it.
     *
     * @param due from the moment when the playbook is begun; null: not said
     * @param after keys of the tasks that come before
     * @param help Markdown: paragraphs and lists
     */
    public record Step(String key, Party party, @Nullable Duration due, List<String> after, Said title, Said help) {}
}
