package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.beffroi.shared.Command;
import org.beffroi.shared.Recordable;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@BeffroiTest
class DocsTest {
    @Autowired
    private List<Command> commands;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @TempDir
    private Path folder;

    @Test
    void writesTheSameTwice() throws Exception {
        assertThat(docs().exit()).isZero();
        var first = pages();

        assertThat(docs().said()).contains("0 changed");

        assertThat(pages()).isEqualTo(first);
        assertThat(docs("--check").exit()).isZero();
    }

    @Test
    void namesWhatNoLongerFitsAndHowToMendIt() throws Exception {
        docs();
        Files.writeString(folder.resolve("events.md"), "# Other");
        Files.writeString(folder.resolve("forgotten.md"), "# Nobody makes this any more");

        var check = docs("--check");

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.said())
                .contains("events.md", "forgotten.md", "./beffroi docs")
                .doesNotContain("glossary.md");
        assertThat(folder.resolve("events.md")).hasContent("# Other");
    }

    @Test
    void clearsAwayWhatNobodyMakesAnyMore() throws Exception {
        Files.writeString(folder.resolve("forgotten.md"), "# Nobody makes this any more");

        docs();

        assertThat(folder.resolve("forgotten.md")).doesNotExist();
    }

    @Test
    void listsEveryRouteWithThoseWhoMayCallIt() throws Exception {
        docs();
        var page = pages().get("addresses.md");

        var paths = handlers.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.beffroi."))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .toList();
        assertThat(paths)
                .hasSizeGreaterThan(40)
                .allSatisfy(path -> assertThat(page).contains("| `" + path + "` |"));
        assertThat(page).doesNotContain("| nobody |");
    }

    @Test
    void listsEveryEventWithItsFact() throws Exception {
        docs();
        var page = pages().get("events.md");
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Recordable.class));

        var events = scanner.findCandidateComponents("org.beffroi").stream()
                .map(event -> String.valueOf(event.getBeanClassName()))
                .filter(name -> !name.contains("$"))
                .toList();
        assertThat(events)
                .hasSizeGreaterThan(9)
                .allSatisfy(name -> assertThat(page).contains("`" + name.replaceFirst(".*\\.", "") + "` →"));
        assertThat(page).contains("`IncidentTriaged` → `incident.triaged`", "`grade`", "`rsit`");
    }

    @Test
    void explainsEveryTable() throws Exception {
        docs();
        var page = pages().get("data-dictionary.md");

        var tables = jdbc.sql(
                        "select table_schema || '.' || table_name from information_schema.tables "
                                + "where table_schema not in ('pg_catalog', 'information_schema') and table_name <> 'flyway_schema_history' "
                                + "and to_regclass(format('%I.%I', table_schema, table_name)) not in (select inhrelid from pg_inherits)")
                .query(String.class)
                .list();
        assertThat(tables)
                .hasSizeGreaterThan(20)
                .allSatisfy(table -> assertThat(page).contains("### " + table + "\n"));
    }

    @Test
    void refusesATableThatNobodyExplained() throws Exception {
        jdbc.sql("create table platform.unexplained (mystery text)").update();
        try {
            var said = docs();

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.said()).contains("platform.unexplained.mystery");
        } finally {
            jdbc.sql("drop table platform.unexplained").update();
        }
    }

    @Test
    void saysInBothLanguagesWhatIsAskedRefusedAndMeant() throws Exception {
        docs();

        assertThat(pages().get("questionnaire.md")).contains("| `care` |", "Les soins", "`INTERRUPTED`", "required");
        assertThat(pages().get("problem-types.md"))
                .contains("/problems/conflict", "409", "Impossible dans l’état présent");
        assertThat(pages().get("glossary.md")).contains("## care-effect", "## country", "taxonomy/country.csv");
        assertThat(pages().get("modules.md")).contains("incident --> declaration", "The desk's case");
        assertThat(pages().get("configuration.md")).contains("BEFFROI_DB_URL", "BEFFROI_DESK_PHONE");
    }

    private record Run(int exit, String said) {}

    private Run docs(String... words) throws Exception {
        var said = new ByteArrayOutputStream();
        var command = commands.stream()
                .filter(each -> each.name().equals("docs"))
                .findFirst()
                .orElseThrow();
        var all = Stream.concat(Stream.of(words), Stream.of(folder.toString())).toList();
        var exit = command.run(all, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Run(exit, said.toString(StandardCharsets.UTF_8));
    }

    private Map<String, String> pages() throws IOException {
        var pages = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                pages.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return pages;
    }
}
