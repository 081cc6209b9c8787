package org.beffroi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Each printed page of a demonstration says that it is one, in the words of the texts. */
class DemonstrationPaperTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theMarginSaysWhatTheTextSays(String language) throws IOException {
        var said = new Texts().messageSource().getMessage("platform.demo.paper", null, Locale.forLanguageTag(language));
        var sheet = new ClassPathResource("static/css/demo-" + language + ".css");
        assertThat(sheet.getContentAsString(StandardCharsets.UTF_8))
                .contains("@bottom-center { content: \"" + said + "\"");
    }
}
