package org.beffroi.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests: one server for the whole run, migrated once into a template, of which each context gets its own copy.
 * {@code BEFFROI_TEST_DB_URL}, {@code _USER} and {@code _PASSWORD} name an outer server of which we may create databases.
 */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = "t" + Long.toString(System.nanoTime(), 36);

    private TestDatabases() {}

    /** Where a database is, and how to enter. */
    public record Place(String url, String user, String password) {
        public Place database(String name) {
            return new Place(url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), user, password);
        }

        public void execute(String sql) {
            try (var connection = DriverManager.getConnection(url, user, password);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    private static final class Server {
        static final Place PLACE = TestServer.start();
        static final String TEMPLATE = template();

        private static String template() {
            var name = RUN + "_template";
            PLACE.execute("create database " + name);
            var place = PLACE.database(name);
            Flyway.configure()
                    .dataSource(place.url(), place.user(), place.password())
                    .locations("classpath:db/migration")
                    .defaultSchema("platform")
                    .load()
                    .migrate();
            return name;
        }
    }

    /** A migrated, empty database that nobody else uses. */
    public static Place fresh() {
        var name = RUN + "_" + COUNT.incrementAndGet();
        Server.PLACE.execute("create database " + name + " template " + Server.TEMPLATE);
        return Server.PLACE.database(name);
    }

    /** A database without any schema, to migrate. */
    public static Place bare() {
        var name = RUN + "_" + COUNT.incrementAndGet();
        Server.PLACE.execute("create database " + name);
        return Server.PLACE.database(name);
    }
}
