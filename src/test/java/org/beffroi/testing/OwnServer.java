package org.beffroi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.beffroi.Beffroi;
import org.beffroi.platform.BeffroiDatabase;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server as {@code run} starts it, within the tests' process, on an embedded database of its own to which harm may be done. It waits
 * for that as an impatient one does: a second where the real one waits five or ten.
 */
public final class OwnServer implements AutoCloseable {
    private static final Map<String, Object> IMPATIENT = Map.of(
            "server.port",
            0,
            "spring.datasource.hikari.connection-timeout",
            1000,
            "spring.datasource.hikari.validation-timeout",
            500,
            "spring.datasource.hikari.data-source-properties.socketTimeout",
            1,
            "spring.modulith.events.staleness.check-interval",
            "200ms",
            "spring.modulith.events.staleness.published",
            "1s",
            "spring.modulith.events.staleness.processing",
            "1s",
            "spring.modulith.events.staleness.resubmitted",
            "1s");

    private final Path data;
    private final BeffroiDatabase database;
    private final ConfigurableApplicationContext context;

    private OwnServer(Path data, BeffroiDatabase database, ConfigurableApplicationContext context) {
        this.data = data;
        this.database = database;
        this.context = context;
    }

    /** @param folder through which the database's own account is let */
    public static OwnServer start(Path folder) {
        open(folder);
        var data = folder.resolve("data");
        var database = BeffroiDatabase.forServer(Map.of(), data);
        var properties = new HashMap<>(IMPATIENT);
        properties.putAll(database.properties());
        properties.put("beffroi.data", data.toString());
        var arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new OwnServer(data, database, new SpringApplicationBuilder(Beffroi.class).run(arguments));
    }

    private static void open(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String address() {
        var port = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + java.util.Objects.requireNonNull(port).getPort();
    }

    public Path data() {
        return data;
    }

    /** The process that answers for the database just now. */
    public ProcessHandle postgres() {
        return ProcessHandle.of(EmbeddedPostgres.attach(data).orElseThrow().pid())
                .orElseThrow();
    }

    /** @param signal for the database and everything it started: {@code STOP}, {@code CONT}, {@code KILL} */
    public static void signal(String signal, ProcessHandle postgres) {
        var all =
                Stream.concat(Stream.of(postgres), postgres.descendants()).map(process -> Long.toString(process.pid()));
        run(Stream.concat(Stream.of("kill", "-" + signal), all).toArray(String[]::new));
    }

    /** @return whether the program went well */
    public static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long count(String table) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
