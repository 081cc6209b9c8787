package org.beffroi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beffroi.access.Role;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Treatment;
import org.beffroi.incident.domain.QueueQuery;
import org.beffroi.incident.domain.Status;
import org.beffroi.incident.domain.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TextsTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-z]+\\.[A-Za-z0-9.-]*)[(}]");

    /** The verb in what is said to the two helpers, and to the trail itself. */
    private static final Pattern DEED = Pattern.compile(
            "(?:hands\\.change|(?:book|ledger)\\.audit|(?:audit|trail)\\.record(?:List)?)\\(\\s*[^,;]+,\\s*([^,;]*\"[^,;]*),");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z.-]*[a-z])\"");

    static List<String> modules() throws IOException {
        var names = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:messages/*_fr.properties")) {
            names.add(String.valueOf(file.getFilename()).replace("_fr.properties", ""));
        }
        return names;
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(
                new PathMatchingResourcePatternResolver()
                        .getResource("classpath:messages/" + file + ".properties")
                        .getInputStream(),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyTextIsThereInBothLanguages(String module) throws IOException {
        var english = texts(module);
        var french = texts(module + "_fr");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(key).startsWith(module + ".");
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void frenchIsTypesetAsFrench(String module) throws IOException {
        var french = texts(module + "_fr");
        for (var key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key))
                    .as(key)
                    .doesNotContainPattern("[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]")
                    .doesNotContainPattern("[A-Za-zÀ-ÿ0-9»] [;?!»]")
                    .doesNotContainPattern("[A-Za-zÀ-ÿ][;?!](?![A-Za-z=&])");
        }
    }

    @Test
    void pagesUseOnlyTextsThatExist() throws IOException {
        var known = new TreeSet<String>();
        for (var module : modules()) {
            known.addAll(texts(module).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath:templates/**/*.html")) {
            var used = USED.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            while (used.find()) {
                if (!known.contains(used.group(1))) {
                    missing.add(page.getFilename() + ": " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void writesDaysAndInstantsAmongTheArgumentsAsPagesDo() throws IOException {
        var texts = new Texts().messageSource();
        var day = new Object[] {LocalDate.of(2025, 3, 31)};
        assertThat(texts.getMessage("directory.closed", day, Locale.ENGLISH)).isEqualTo("Closed on 31 Mar 2025");
        assertThat(texts.getMessage("directory.closed", day, Locale.FRENCH)).isEqualTo("Fermée le 31 mars 2025");
        var moment = new Object[] {Instant.parse("2026-11-24T02:12:00Z")};
        assertThat(texts.getMessage("directory.closed", moment, Locale.US)).isEqualTo("Closed on 24 Nov 2026, 03:12");
    }

    /** Whatever is written into the audit trail is read there in words. */
    @Test
    void everyDeedOfTheAuditTrailHasItsWords() throws IOException {
        var known = texts("access").stringPropertyNames();
        var missing = new TreeSet<String>();
        var verbs = 0;
        for (var file : sources()) {
            var source = Files.readString(file);
            var module = file.toString().replaceFirst("^.*/org/beffroi/([a-z]+)/.*$", "$1");
            var found = DEED.matcher(source);
            while (found.find()) {
                for (var word : found.group(1).split("[?:]")) {
                    var literal = LITERAL.matcher(word);
                    if (literal.find()) {
                        verbs++;
                        var deed = literal.group(1).contains(".") ? literal.group(1) : module + "." + literal.group(1);
                        if (!known.contains("access.audit." + deed)) {
                            missing.add(deed);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(verbs).isGreaterThan(25);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/beffroi"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Keys that a page composes of a code: a new code needs its words before it is first seen. */
    static Map<String, List<?>> composed() {
        return Map.of(
                "incident.view.*", List.of(QueueQuery.View.values()),
                "incident.empty.*", List.of(QueueQuery.View.values()),
                "incident.urgency.*", List.of(Urgency.values()),
                "incident.status.*", List.of(Status.values()),
                "incident.next.*", List.of(Status.values()),
                "incident.verified.*", List.of(DeclarationVerified.How.values()),
                "declaration.stage.*", List.of(Treatment.Stage.values()),
                "declaration.by.*", List.of(Author.values()),
                "platform.sign-in.demo.*",
                        Stream.of(Role.values())
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    @Test
    void everyCodeThatAPageShowsHasItsWords() throws IOException {
        var known = new TreeSet<String>();
        for (var module : modules()) {
            known.addAll(texts(module).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        composed()
                .forEach((pattern, codes) -> codes.stream()
                        .map(code -> pattern.replace("*", code.toString()))
                        .filter(key -> !known.contains(key))
                        .forEach(missing::add));
        assertThat(missing).isEmpty();
    }
}
