package org.beffroi.directory.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.beffroi.directory.Structure;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.testing.TestDatabases;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The register put together by hand over a database of its own: no context to wait for, nobody else's structures. */
final class Register {
    private static final Taxonomy TAXONOMY = new Taxonomy();

    final JdbcClient jdbc;
    final List<Object> events = new ArrayList<>();
    final StructureDirectory directory;
    final ContactRegister contacts;
    final EntryDesk desk;
    final EntryRules rules;
    final ImportStore runs;
    final StructureImport imports;
    private String printed = "";

    Register() {
        var place = TestDatabases.fresh();
        var source = new SingleConnectionDataSource(place.url(), place.user(), place.password(), true);
        jdbc = JdbcClient.create(source);
        var batches = new NamedParameterJdbcTemplate(source);
        var clock = Clock.systemUTC();
        var categories = new Categories(TAXONOMY);
        runs = new ImportStore(jdbc, batches);
        directory = new StructureDirectory(new StructureStore(jdbc, categories), categories, events::add, clock);
        contacts = new ContactRegister(jdbc, clock);
        desk = new EntryDesk(
                new EntryStore(jdbc, batches), new LegalEntityStore(jdbc, batches), runs, categories, clock);
        rules = new EntryRules(categories);
        imports = new StructureImport(desk, rules, directory);
    }

    void empty() {
        jdbc.sql("truncate directory.structure, directory.contact, directory.legal_entity, directory.hospital_group,"
                        + " directory.import_run, directory.import_refusal")
                .update();
        events.clear();
    }

    /** @return the exit code */
    int take(Path file) {
        var out = new ByteArrayOutputStream();
        try {
            return imports.run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            printed = out.toString(StandardCharsets.UTF_8);
        }
    }

    String printed() {
        return printed;
    }

    Tally lastTally() {
        return runs.last().orElseThrow().tally();
    }

    List<String> reasons() {
        return jdbc.sql("select reason from directory.import_refusal order by position")
                .query(String.class)
                .list();
    }

    Structure structure(String finess) {
        return directory.byFiness(finess).orElseThrow();
    }

    List<String> find(String typed) {
        return directory.search(typed, 20).stream().map(Structure::name).toList();
    }
}
