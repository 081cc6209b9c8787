package org.beffroi.platform.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.beffroi.shared.ReadableTime;
import org.jspecify.annotations.Nullable;
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
        var source = new DatedMessages();
        source.setBasenames(names);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** An instant or a day among the arguments is written as on every page: a refusal holds the moment, its reader's language the words. */
    private static final class DatedMessages extends ResourceBundleMessageSource {
        @Override
        protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale locale) {
            var readable = ReadableTime.in(locale == null ? Locale.getDefault() : locale);
            return Arrays.stream(super.resolveArguments(arguments, locale))
                    .map(argument -> switch (argument) {
                        case Instant instant -> readable.at(instant);
                        case LocalDate day -> readable.day(day);
                        case null, default -> argument;
                    })
                    .toArray();
        }
    }
}
