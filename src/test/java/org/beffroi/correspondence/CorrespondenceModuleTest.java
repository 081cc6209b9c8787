package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The module stands with nothing but those that it may use. */
@ModuleTest
class CorrespondenceModuleTest {
    @Test
    void standsWithoutTheModulesThatItMayNotUse(
            @Autowired ApplicationContext context, @Autowired Correspondence correspondence) {
        assertThat(correspondence).isNotNull();
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("observatory"));
    }
}
