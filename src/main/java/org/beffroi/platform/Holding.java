package org.beffroi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.beffroi.platform.postgres.PostgresTrouble;

/** What a database holds, as far as {@code run} and {@code demo} must know it before they start. */
enum Holding {
    NOTHING,
    /** Accounts or declarations of real people. */
    WORK,
    DEMONSTRATION,
    /** Its sowing was cut off. */
    HALF_A_DEMONSTRATION;

    enum Start {
        AS_IT_IS,
        AFRESH
    }

    static Holding of(Connection connection) throws SQLException {
        if (any(connection, "platform.demonstration", "true")) {
            return any(connection, "platform.demonstration", "done_at is not null")
                    ? DEMONSTRATION
                    : HALF_A_DEMONSTRATION;
        }
        var work = any(connection, "access.account", "true") || any(connection, "declaration.declaration", "true");
        return work ? WORK : NOTHING;
    }

    /** A table that is not yet made has no rows. */
    private static boolean any(Connection connection, String table, String condition) throws SQLException {
        return yes(connection, "select to_regclass('" + table + "') is not null")
                && yes(connection, "select exists (select from " + table + " where " + condition + ")");
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /**
     * @param ours whether the database is the embedded one, of which nothing else makes use
     * @param where the database, for people
     */
    Start start(boolean demo, boolean ours, String where) {
        return demo ? startDemonstration(ours, where) : startWork(where);
    }

    private Start startDemonstration(boolean ours, String where) {
        if (this == WORK) {
            throw new PostgresTrouble(
                    "This database has accounts or declarations that are not of a demonstration: " + where + ".",
                    "Start it with ./beffroi run; for a demonstration leave --data out, or name another folder or database.");
        }
        if (this == HALF_A_DEMONSTRATION && !ours) {
            throw new PostgresTrouble(
                    "A demonstration was cut off while it was sown in this database: " + where + ".",
                    "Drop this database and create it again, empty; or unset BEFFROI_DB_URL for the embedded one.");
        }
        return this == HALF_A_DEMONSTRATION ? Start.AFRESH : Start.AS_IT_IS;
    }

    private Start startWork(String where) {
        if (this == DEMONSTRATION || this == HALF_A_DEMONSTRATION) {
            throw new PostgresTrouble(
                    "This database holds a demonstration, whose accounts have a known password: " + where + ".",
                    "Start it with ./beffroi demo; for real work name another folder with --data, or another database.");
        }
        return Start.AS_IT_IS;
    }

    /** Every schema, in one statement: all gone or all there, whatever happens meanwhile. */
    static void clear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare each name;
                    begin
                        for each in select nspname from pg_namespace
                                    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') loop
                            execute format('drop schema %I cascade', each);
                        end loop;
                    end $$""");
        }
    }
}
