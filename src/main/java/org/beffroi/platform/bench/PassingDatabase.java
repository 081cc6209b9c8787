package org.beffroi.platform.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * An empty database beside the one that the command was given, on the same server, dropped at the end. One left by a run that was killed
 * is dropped by the next.
 */
final class PassingDatabase implements AutoCloseable {
    private static final String NAME = "beffroi_bench";

    private final String besides;
    private final String user;
    private final String password;

    /** The user must be allowed to create databases. */
    PassingDatabase(Environment given) throws SQLException {
        this.besides = given.getRequiredProperty("spring.datasource.url");
        this.user = given.getProperty("spring.datasource.username", "");
        this.password = given.getProperty("spring.datasource.password", "");
        drop();
        besides("create database " + NAME);
    }

    private String url() {
        return besides.replaceFirst("^(jdbc:postgresql:(?://[^/]*/)?)[^?]*", "$1" + NAME);
    }

    /** For a Beffroi that shall work on it. */
    Map<String, String> environment() {
        return Map.of("BEFFROI_DB_URL", url(), "BEFFROI_DB_USER", user, "BEFFROI_DB_PASSWORD", password);
    }

    Connection connect() throws SQLException {
        return connect(url());
    }

    private Connection connect(String url) throws SQLException {
        return user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
    }

    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    String text(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Not «with (force)»: that would end PostgreSQL's own cleaning too, which our role may not, and which a plain drop ends by itself. */
    private void drop() throws SQLException {
        besides("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = '"
                + NAME + "'");
        besides("drop database if exists " + NAME);
    }

    private void besides(String statement) throws SQLException {
        try (var connection = connect(besides);
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        drop();
    }
}
