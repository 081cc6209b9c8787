package org.beffroi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.beffroi.platform.postgres.PostgresTrouble;
import org.jspecify.annotations.Nullable;

/**
 * The database that this process works on, known before the application's context is made: the one that {@code BEFFROI_DB_URL} names,
 * with {@code BEFFROI_DB_USER} and {@code BEFFROI_DB_PASSWORD}, or else the embedded one in the data folder.
 */
public final class BeffroiDatabase implements AutoCloseable {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final Map<String, Object> properties;
    private final String description;
    private final @Nullable EmbeddedPostgres embedded;

    private BeffroiDatabase(Map<String, Object> properties, String description, @Nullable EmbeddedPostgres embedded) {
        this.properties = properties;
        this.description = description;
        this.embedded = embedded;
    }

    /** For {@code run} and {@code demo}: this process is to be the only server on the data folder. */
    public static BeffroiDatabase forServer(Map<String, String> environment, Path dataFolder) {
        return outer(environment).orElseGet(() -> of(EmbeddedPostgres.start(dataFolder)));
    }

    /** For everything else: beside a running server, on its database; without one, on a database started for the command's own time. */
    public static BeffroiDatabase forCommand(Map<String, String> environment, Path dataFolder) {
        return outer(environment)
                .orElseGet(() ->
                        of(EmbeddedPostgres.attach(dataFolder).orElseGet(() -> EmbeddedPostgres.start(dataFolder))));
    }

    /** For what only looks at a database: the same, but none is made where there is none. */
    public static BeffroiDatabase forReading(Map<String, String> environment, Path dataFolder) {
        var named = !environment.getOrDefault("BEFFROI_DB_URL", "").isBlank();
        if (!named && !EmbeddedPostgres.isMade(dataFolder)) {
            throw new PostgresTrouble(
                    "There is no database of Beffroi in " + dataFolder.toAbsolutePath() + ", and none was made.",
                    "Name the right folder with --data, or a database with BEFFROI_DB_URL; ./beffroi run makes a new one.");
        }
        return forCommand(environment, dataFolder);
    }

    private static BeffroiDatabase of(EmbeddedPostgres embedded) {
        String description = "embedded PostgreSQL in " + embedded.folder() + ", process " + embedded.pid();
        return new BeffroiDatabase(
                properties(embedded.jdbcUrl(), embedded.user(), embedded.password()), description, embedded);
    }

    private static Optional<BeffroiDatabase> outer(Map<String, String> environment) {
        String url = environment.getOrDefault("BEFFROI_DB_URL", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String whole = url.startsWith("postgresql:") ? "jdbc:" + url : url;
        if (!whole.startsWith("jdbc:postgresql:")) {
            throw new PostgresTrouble(
                    "BEFFROI_DB_URL is not the address of a PostgreSQL: " + url,
                    "Write it as jdbc:postgresql://HOST:5432/DATABASE, with BEFFROI_DB_USER and BEFFROI_DB_PASSWORD.");
        }
        String user = environment.getOrDefault("BEFFROI_DB_USER", "");
        String password = environment.getOrDefault("BEFFROI_DB_PASSWORD", "");
        String version = version(whole, user, password);
        return Optional.of(new BeffroiDatabase(
                properties(whole, user, password), "PostgreSQL " + version + " at " + withoutParameters(whole), null));
    }

    /** Asked here, since a pool that cannot connect says so only after half a minute and in a hundred lines. */
    private static String version(String url, String user, String password) {
        Properties login = new Properties();
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
        if (!user.isEmpty()) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, login)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST || major > NEWEST) {
                throw new PostgresTrouble(
                        "PostgreSQL " + major + " answers at " + withoutParameters(url) + ".",
                        "Beffroi is tested with PostgreSQL " + OLDEST + " to " + NEWEST + ": name one of these.");
            }
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new PostgresTrouble(
                    "The database of BEFFROI_DB_URL does not answer: " + e.getMessage(),
                    "Check that " + withoutParameters(url)
                            + " is up, and that BEFFROI_DB_USER and BEFFROI_DB_PASSWORD may enter; or unset BEFFROI_DB_URL for the embedded one.",
                    e);
        }
    }

    /** A password may stand among the parameters. */
    private static String withoutParameters(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? url : url.substring(0, mark);
    }

    private static Map<String, Object> properties(String url, String user, String password) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", url);
        if (!user.isEmpty()) {
            properties.put("spring.datasource.username", user);
            properties.put("spring.datasource.password", password);
        }
        return Map.copyOf(properties);
    }

    /**
     * Asked before the application's context is made. A demonstration that was cut off while it was sown is thrown away, when the database
     * is our own.
     *
     * @return one line for the operator when that was done
     * @throws PostgresTrouble when what the database holds is not for this server
     */
    public Optional<String> prepare(boolean demo) {
        try (Connection connection = connect()) {
            if (Holding.of(connection).start(demo, embedded != null, description) == Holding.Start.AS_IT_IS) {
                return Optional.empty();
            }
            Holding.clear(connection);
            return Optional.of("The demonstration was cut off while it was sown: beginning again.");
        } catch (SQLException e) {
            throw new PostgresTrouble(
                    "It could not be seen what the database holds (" + description + "): " + e.getMessage(),
                    "If another version of Beffroi made it, run that version, or name another one with --data or BEFFROI_DB_URL.",
                    e);
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        if (properties.containsKey("spring.datasource.username")) {
            login.put("user", properties.get("spring.datasource.username"));
            login.put("password", properties.get("spring.datasource.password"));
        }
        return DriverManager.getConnection((String) properties.get("spring.datasource.url"), login);
    }

    /** {@code spring.datasource.*}, to be set over every other source. */
    public Map<String, Object> properties() {
        return properties;
    }

    /** One line for people, without a password. */
    public String description() {
        return description;
    }

    /** Where the embedded database's files really are; empty for an outer one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(embedded).map(EmbeddedPostgres::folder);
    }

    /** To be called after the application's context is closed; stops only a server that this process started. May be called twice. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
