package org.beffroi.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A process to be killed: starts the database and writes rows, saying each number once its commit is acknowledged. */
final class DoomedWriter {
    private DoomedWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(arguments[0]));
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS kept (number integer PRIMARY KEY)");
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
                for (int number = 1; ; number++) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    System.out.println(number);
                }
            }
        }
    }
}
