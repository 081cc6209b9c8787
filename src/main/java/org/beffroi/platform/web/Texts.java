package org.beffroi.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every module's messages, found by their place: {@code messages/<module>.properties} and {@code _fr}. */
@Configuration
class Texts {
    @Bean
    MessageSource messageSource() throws IOException {
        var names = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath:messages/*_fr.properties"))
                .map(resource -> Objects.requireNonNull(resource.getFilename()).replace("_fr.properties", ""))
                .sorted()
                .map("messages/"::concat)
                .toArray(String[]::new);
        var source = new ResourceBundleMessageSource();
        source.setBasenames(names);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
