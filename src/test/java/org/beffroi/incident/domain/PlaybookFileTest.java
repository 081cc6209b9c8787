package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.beffroi.incident.domain.HelpText.Block;
import org.beffroi.incident.domain.Playbook.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A playbook as a desk would write it, and all that may be wrong with it. */
class PlaybookFileTest {
    private static final String FRONT = """
            ---
            key: flood
            edition: 2026-2
            causes: [INFRASTRUCTURE_FAILURE]
            tasks:
              - {key: pump, party: IT, due: PT30M}
              - {key: move, party: CARE, after: [pump]}
            ---
            """;
    private static final String ENGLISH = FRONT + """
            # Flood

            ## pump: Pump it out

            Call the *fire brigade*.

            - the cellar
            - the `server room`

            ## move: Move the patients
            """;
    private static final String FRENCH = """
            # Inondation

            ## pump: Pomper

            Appelez les pompiers.

            ## move: Déplacer les patients
            """;

    private static PlaybookFile.Read read(String english, @Nullable String french) {
        return PlaybookFile.read(english, french, Set.of("INFRASTRUCTURE_FAILURE"), true);
    }

    @Test
    void readsTasksOnceAndWordsTwice() {
        var playbook = Objects.requireNonNull(read(ENGLISH, FRENCH).playbook());
        assertThat(playbook.key()).isEqualTo("flood");
        assertThat(playbook.title().in(Locale.FRENCH)).isEqualTo("Inondation");
        assertThat(playbook.steps()).hasSize(2);
        var pump = playbook.steps().getFirst();
        assertThat(pump.party()).isEqualTo(Party.IT);
        assertThat(pump.due()).isEqualTo(Duration.ofMinutes(30));
        assertThat(pump.title().in(Locale.ENGLISH)).isEqualTo("Pump it out");
        assertThat(pump.title().in(Locale.FRENCH)).isEqualTo("Pomper");
        assertThat(playbook.steps().getLast().after()).containsExactly("pump");
    }

    @Test
    void onesWithoutFrenchSayTheSameInBoth() {
        assertThat(read(ENGLISH, null).playbook())
                .isNotNull()
                .satisfies(playbook -> assertThat(playbook.title().french()).isEqualTo("Flood"));
    }

    @Test
    void helpBecomesPlainTextWhateverItHolds() {
        assertThat(HelpText.blocks(
                        "Call the *fire brigade*.\n\n- the cellar\n- the `server room`\n\n<script>alert(1)</script>"))
                .containsExactly(
                        new Block(false, "Call the fire brigade."),
                        new Block(true, "the cellar"),
                        new Block(true, "the server room"));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var wrong = """
                ---
                key: Über flut
                causes: [RAIN]
                tasks:
                  - {key: pump, party: FIREMEN, due: 30 minutes, after: [move]}
                  - {key: pump, colour: red}
                ---
                ## other: No task of ours
                """;
        assertThat(read(wrong, null).playbook()).isNull();
        assertThat(String.join("\n", read(wrong, null).faults()))
                .contains(
                        "its key is not lower-case letters",
                        "there is no cause RAIN",
                        "there is no party FIREMEN",
                        "30 minutes is no duration",
                        "move, which it comes after, is not above it",
                        "a task has no key of its own: pump",
                        "there is no field colour",
                        "it has no title",
                        "task pump has no heading",
                        "the heading other is of no task");
    }

    @Test
    void aTranslationThatLacksATaskIsRefused() {
        assertThat(read(ENGLISH, FRENCH.replace("## move: Déplacer les patients", ""))
                        .faults())
                .containsExactly("French: task move has no heading ## move: …");
    }

    @Test
    void whatIsNoFileOfOursIsRefused() {
        for (var text : List.of("", "# Flood", "---\n: : :\n\t-\n---\n# Flood\n", "---\n---\n", "x".repeat(300_000))) {
            assertThat(read(text, null).faults()).isNotEmpty();
        }
    }
}
