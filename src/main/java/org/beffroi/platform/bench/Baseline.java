package org.beffroi.platform.bench;

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
            create table baseline.incident (like incident.incident including all);
            create table baseline.incident_declaration (like incident.incident_declaration including all, foreign key (incident_id) references baseline.incident);
            create table baseline.template as
                select row_number() over () - 1 as n, d.* from (select * from incident.incident_declaration limit 500) d;
            create unique index template_n on baseline.template (n);
            analyze baseline.template;
            """;
    private static final String TEMPLATE = """
            select d.region, d.body_hash, v.edition, v.answers, v.structure, f.subjects, f.data
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
            values (?, 'national', now(), now(), cast(? as jsonb), cast(? as jsonb))
            """;
    /** What the incident knows of its declaration, but for what is its own. */
    private static final String COLUMNS = """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'incident' and table_name = 'incident_declaration' and is_generated = 'NEVER'
                and column_name not in ('declaration_id', 'incident_id', 'reference')
            """;

    private static final String INCIDENT = """
            with opened as (
                insert into baseline.incident (id, reference, world, opened_at, open, urgency, version, changed_at, changed_by)
                values (?, ?, 'national', now(), true, 4, 0, now(), '')
                on conflict (reference) do nothing returning id, reference
            )
            insert into baseline.incident_declaration (declaration_id, incident_id, reference, :columns)
            select ?, opened.id, opened.reference, :columns from opened, baseline.template where n = ?
            """;

    private final PassingDatabase database;
    private final int connections;

    /** One declaration's columns, in the order of the query above. */
    private record Template(List<String> columns) {}

    private record Statements(PreparedStatement declaration, PreparedStatement incident, PreparedStatement fact) {}

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
                    for (int i = 1; i <= 7; i++) {
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
        var incidents = INCIDENT.replace(":columns", database.text(COLUMNS));
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var declaration = connection.prepareStatement(DECLARATION);
                    var incident = connection.prepareStatement(incidents);
                    var fact = connection.prepareStatement(FACT)) {
                var statements = new Statements(declaration, incident, fact);
                while (System.nanoTime() < end) {
                    var number = (int) (written % templates.size());
                    write(statements, templates.get(number).columns(), number);
                    connection.commit();
                    written++;
                }
            }
        }
        return written;
    }

    private static void write(Statements statements, List<String> columns, int number) throws SQLException {
        var declaration = statements.declaration();
        var id = UUID.randomUUID();
        declaration.setObject(1, id);
        declaration.setString(2, UUID.randomUUID().toString());
        declaration.setString(3, columns.get(1));
        declaration.setObject(4, UUID.randomUUID());
        declaration.setString(5, columns.get(0));
        for (int i = 6; i <= 8; i++) {
            declaration.setString(i, columns.get(i - 4));
        }
        declaration.executeQuery().close();
        var incident = statements.incident();
        incident.setObject(1, UUID.randomUUID());
        incident.setString(2, id.toString());
        incident.setObject(3, id);
        incident.setInt(4, number);
        incident.executeUpdate();
        facts(statements.fact(), columns);
    }

    /** That of the declaration and that of the incident, in one round trip as the journal writes them. */
    private static void facts(PreparedStatement fact, List<String> columns) throws SQLException {
        fact.setString(1, "declaration.received");
        fact.setString(2, columns.get(5));
        fact.setString(3, columns.get(6));
        fact.addBatch();
        fact.setString(1, "incident.opened");
        fact.setString(2, columns.get(5));
        fact.setString(3, "{}");
        fact.addBatch();
        fact.executeBatch();
    }
}
