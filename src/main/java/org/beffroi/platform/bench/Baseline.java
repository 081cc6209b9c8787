package org.beffroi.platform.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * The control: what the database alone can do with the same statements as one declaration needs, in one durable transaction each, sent by
 * plain JDBC. It writes copies, with all their indexes, of the tables that the server writes, and what it writes is taken from them.
 */
final class Baseline {
    /** As many as the server's pool has connections. */
    static final int MOST_CONNECTIONS = 16;

    private static final int TEMPLATES = 500;
    private static final String TABLES = """
            create schema baseline;
            create sequence baseline.number;
            create table baseline.declaration (like declaration.declaration including all);
            create table baseline.version (like declaration.version including all, foreign key (declaration_id) references baseline.declaration);
            create table baseline.verification (like declaration.verification including all, foreign key (declaration_id) references baseline.declaration);
            create table baseline.fact (like journal.fact including all);
            create table baseline.event_publication (like platform.event_publication including all);
            """;
    private static final String TEMPLATE = """
            select d.region, d.body_hash, v.edition, v.answers, v.structure, f.subjects, f.data, v.structure::text || f.data
            from declaration.declaration d
            join declaration.version v on v.declaration_id = d.id
            join journal.fact f on f.type = 'declaration.received' and f.recorded_at >= d.received_at
            limit\s""" + TEMPLATES;
    private static final String DECLARATION = """
            with d as (
                insert into baseline.declaration (id, year, number, world, channel, declared_at, received_at, client, idempotency_key,
                    body_hash, structure_id, region)
                values (?, 2026, nextval('baseline.number'), 'national', 'API', now(), now(), 'guest', ?, ?, ?, ?)
                on conflict (client, idempotency_key) do nothing returning id, number
            ), v as (
                insert into baseline.version (declaration_id, version, made_at, edition, answers, structure)
                select id, 1, now(), ?, cast(? as jsonb), cast(? as jsonb) from d
            ), c as (
                insert into baseline.verification (declaration_id, verified_at, how) select id, now(), 'AT_RECEPTION' from d where false
            )
            select number from d
            """;
    private static final String FACT = """
            insert into baseline.fact (type, world, happened_at, recorded_at, subjects, data)
            values ('declaration.received', 'national', now(), now(), cast(? as jsonb), cast(? as jsonb))
            """;
    private static final String EVENT = """
            insert into baseline.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
            values (?, 'org.beffroi.incident.domain.DeclarationListener.on', 'org.beffroi.declaration.DeclarationReceived', ?, now(), 'PUBLISHED', 0)
            """;

    private final PassingDatabase database;
    private final int connections;

    /** One declaration's columns, in the order of the query above. */
    private record Template(List<String> columns) {}

    private record Statements(PreparedStatement declaration, PreparedStatement fact, PreparedStatement event) {}

    Baseline(PassingDatabase database, int clients) {
        this.database = database;
        this.connections = Math.min(clients, MOST_CONNECTIONS);
    }

    int connections() {
        return connections;
    }

    /** @return declarations per second; there must be some declarations already */
    double rate(Duration time) throws SQLException, InterruptedException, ExecutionException {
        var templates = prepare();
        var start = System.nanoTime();
        long written = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<java.util.concurrent.Future<Long>>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> write(templates, start + time.toNanos())));
            }
            for (var each : all) {
                written += each.get();
            }
        }
        var rate = written / ((System.nanoTime() - start) / 1e9);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema baseline cascade");
        }
        return rate;
    }

    private List<Template> prepare() throws SQLException {
        var templates = new ArrayList<Template>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
            try (var rows = statement.executeQuery(TEMPLATE)) {
                while (rows.next()) {
                    var columns = new ArrayList<String>();
                    for (int i = 1; i <= 8; i++) {
                        columns.add(rows.getString(i));
                    }
                    templates.add(new Template(columns));
                }
            }
        }
        return templates;
    }

    private long write(List<Template> templates, long end) throws SQLException {
        long written = 0;
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var declaration = connection.prepareStatement(DECLARATION);
                    var fact = connection.prepareStatement(FACT);
                    var event = connection.prepareStatement(EVENT)) {
                var statements = new Statements(declaration, fact, event);
                while (System.nanoTime() < end) {
                    write(
                            connection,
                            statements,
                            templates.get((int) (written % templates.size())).columns());
                    written++;
                }
            }
        }
        return written;
    }

    private static void write(Connection connection, Statements statements, List<String> columns) throws SQLException {
        var declaration = statements.declaration();
        declaration.setObject(1, UUID.randomUUID());
        declaration.setString(2, UUID.randomUUID().toString());
        declaration.setString(3, columns.get(1));
        declaration.setObject(4, UUID.randomUUID());
        declaration.setString(5, columns.get(0));
        for (int i = 6; i <= 8; i++) {
            declaration.setString(i, columns.get(i - 4));
        }
        declaration.executeQuery().close();
        var fact = statements.fact();
        fact.setString(1, columns.get(5));
        fact.setString(2, columns.get(6));
        fact.executeUpdate();
        var event = statements.event();
        event.setObject(1, UUID.randomUUID());
        event.setString(2, columns.get(7));
        event.executeUpdate();
        connection.commit();
    }
}
