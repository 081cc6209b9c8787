package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.beffroi.shared.FieldErrors.FieldError;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String KEY = "a-key-of-its-own";

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(new Draft(" \r\n ", "").check().all())
                .extracting(FieldError::field)
                .containsExactly("text", "key");
    }

    @Test
    void takesALongMessageAndRefusesALongerOne() {
        assertThat(new Draft("é".repeat(Draft.LONGEST), KEY).check().isEmpty()).isTrue();
        assertThat(new Draft("😀".repeat(Draft.LONGEST), KEY).check().isEmpty()).isTrue();
        assertThat(new Draft("é".repeat(Draft.LONGEST + 1), KEY).check().of("text"))
                .isPresent();
    }

    @Test
    void countsALineAsOneCharacterWhateverTheBrowserSends() {
        assertThat(new Draft("a\r\nb", KEY).text()).isEqualTo("a\nb");
    }

    @Test
    void fillsAnOutlineInEitherLanguageAndLeavesNoFieldOpen() {
        var fields = Map.of("greeting", "Bonjour,", "reference", "BEF", "structure", "CH", "next", "");
        assertThat(new Outlines().all()).isNotEmpty().allSatisfy(outline -> {
            for (var language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
                assertThat(outline.text()).containsKey(language.getLanguage());
                assertThat(outline.filled(language, fields))
                        .startsWith("Bonjour,")
                        .doesNotContain("{", "\n\n\n");
                assertThat(new Draft(outline.filled(language, fields), KEY)
                                .check()
                                .isEmpty())
                        .isTrue();
            }
        });
    }
}
