package org.beffroi.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class TaxonomyModuleTest {
    @Test
    void namesACodeInBothLanguages(@Autowired Taxonomy taxonomy) {
        var ransomware = taxonomy.vocabulary("cause").terms().stream()
                .filter(term -> term.code().equals("RANSOMWARE"))
                .findFirst()
                .orElseThrow();
        assertThat(ransomware.label(Locale.ENGLISH)).isEqualTo("Ransomware");
        assertThat(ransomware.label(Locale.FRENCH)).isNotBlank().isNotEqualTo("Ransomware");
    }
}
