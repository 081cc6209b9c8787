package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.beffroi.declaration.domain.TodaysForm;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that means something else than it says stops the start, with a sentence that says where. */
class RuleCheckTest {
    private static String file() {
        try (var stream = RuleFile.open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RuleBook book(String yaml) {
        return new RuleBook(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                TodaysForm.questions(),
                new Taxonomy(),
                Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sees: [structure, foundAt, occurredAt, state, systems, dataKinds, dataEffects, origin, causes] | sees: [] | recipient CNIL: sees nothing
            state, systems, reach, origin, causes] | hour] | recipient INSURER: the form does not ask «hour»
            state, systems, reach, origin, causes] | endangermentDescription] | recipient INSURER: «endangermentDescription» is about patients, which it may not read
            state, systems, reach, origin, causes] | structure] | recipient INSURER: question «structure» is there twice
            kinds: [INCIDENT, VOLUNTARY] | kinds: [STORM] | kinds: no code STORM in vocabulary declaration-kind
            kinds: [INCIDENT, VOLUNTARY] | kinds: [] | kinds: no kind of declaration obliges to anything
            told-as: POLICE | told-as: SHERIFF | recipient POLICE: no code SHERIFF in vocabulary told
            told-as: POLICE | tolled-as: POLICE | recipient POLICE: «tolled-as» means nothing here
            care: [DEGRADED, INTERRUPTED]}, starts: declaredAt | care: [WORSE]}, starts: declaredAt | rule care-disturbed: no code WORSE in vocabulary care-effect
            perimeter: [NATIONAL] | weather: [RAIN] | rule national-reach: «weather» is no question with a vocabulary
            perimeter: [NATIONAL] | perimeter: [] | rule national-reach: «perimeter» names no code
            perimeter: [NATIONAL] | major: ["yes"] | rule national-reach: major is true or false, not «yes»
            recipient: INSURER, | recipient: BANK, | rule insured: there is no recipient «BANK»
            recipient: INSURER, | recipient: BANK, | recipient INSURER: no rule leads to it
            key: insured, | key: sured, | text coordination.reason.sured is missing in «fr»
            key: insured, | key: sured, | text coordination.reason.insured of «fr» is of nothing in the file
            key: insured, | key: complaint, | rule «complaint» is there twice
            key: national-reach, recipient: ANSSI, by: DESK | key: national-reach, recipient: ANSSI, by: HAND | rule national-reach: No enum constant
            after: NIS2_NOTIFICATION, | starts: sunrise, | rule nis2-final-report: no time starts at «sunrise»
            after: NIS2_NOTIFICATION, | '' | rule nis2-final-report: say either «starts» or «after»
            after: NIS2_NOTIFICATION, | after: NIS2_FINAL_REPORT, | rule nis2-final-report: «NIS2_FINAL_REPORT» must stand before
            source: NIS2 art. 23(4)(d)} | source: ''} | rule nis2-final-report: «source» is missing
            """)
    void saysWhere(String text, String instead, String sentence) {
        assertThat(file()).contains(text);
        assertThatThrownBy(() -> book(file().replace(text, instead)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("coordination/rules.yaml cannot be used")
                .hasMessageContaining(sentence);
    }

    @Test
    void saysAllFaultsAtOnce() {
        assertThatThrownBy(() -> book(file().replace("NATIONAL", "RAIN").replace("INTERRUPTED", "STOPPED")))
                .hasMessageContaining("no code RAIN")
                .hasMessageContaining("no code STOPPED");
    }

    @Test
    void whatIsNoYamlIsSaid() {
        assertThatThrownBy(() -> book("recipients: {"))
                .hasMessageStartingWith("coordination/rules.yaml cannot be read");
    }
}
