package org.beffroi.platform.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** How much of each there is in the database: every declaration has its fact and, once its event was heard, its incident. */
record Written(long declarations, long facts, long incidents) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Written in(PassingDatabase database) throws SQLException {
        return new Written(
                database.number("select count(*) from declaration.declaration"),
                database.number("select count(*) from journal.fact where type = 'declaration.received'"),
                database.number("select count(*) from incident.incident"));
    }

    Written since(Written before) {
        return new Written(declarations - before.declarations, facts - before.facts, incidents - before.incidents);
    }

    boolean allAre(long number) {
        return declarations == number && facts == number && incidents == number;
    }

    /**
     * Waits until every event was heard.
     *
     * @return seconds
     */
    static double awaitHeard(PassingDatabase database) throws SQLException, InterruptedException, IOException {
        var start = System.nanoTime();
        while (database.number("select count(*) from platform.event_publication where completion_date is null") > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("events are still not heard after " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
