package org.beffroi.platform.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beffroi.shared.PublicReference;

/**
 * Makes of a few hundred real declarations a desk's many years: the rows are copied with their indexes as the server writes them, each with a number, an
 * hour and states of its own. The same at each run but for its times.
 */
final class DeskSeed {
    /** Those that are not closed: more than any desk has seen at once. */
    static final int OPEN = 1_000;

    private static final long FIRST_NUMBER = 500_000;
    private static final Duration YEARS = Duration.ofDays(1500);
    private static final Duration WEEKS = Duration.ofDays(40);
    private static final int BATCH = 5_000;

    private static final String COLUMNS = """
            select string_agg('d.' || column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'incident' and table_name = 'incident_declaration'
                and is_generated = 'NEVER'
                and column_name not in ('declaration_id', 'incident_id', 'reference', 'declared_at', 'stated_at', 'search', 'urgency')
            """;

    private static final String CASES = """
            create table public.bench_case (n integer primary key, declaration uuid, incident uuid, reference text, number bigint,
                at timestamptz, open boolean);
            create table public.bench_pattern as
                select n, known.id from generate_series(0, 499) n
                    join (select row_number() over () - 1 as k, count(*) over () as all_of_them, id from declaration.declaration) known
                        on known.k = n % all_of_them;
            """;

    /** What is told while it is done, and how. */
    private record Step(String what, String sql) {}

    private final int incidents;
    private final int messages;

    DeskSeed(int incidents, int messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    void sow(Connection connection, Instant now, PrintStream talk) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(CASES);
            cases(connection, now);
            statement.execute("analyze public.bench_case, public.bench_pattern");
            for (var step : steps(columns(statement))) {
                var start = System.nanoTime();
                talk.printf("%s… ", step.what());
                talk.flush();
                var rows = statement.executeUpdate(step.sql());
                talk.printf("%,d in %.1f s%n", rows, (System.nanoTime() - start) / 1e9);
            }
            talk.println("Cleaning up after them, as PostgreSQL does by itself in time…");
            statement.execute("vacuum analyze");
        }
    }

    private static String columns(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(COLUMNS)) {
            row.next();
            return row.getString(1);
        }
    }

    private void cases(Connection connection, Instant now) throws SQLException {
        var random = new SplittableRandom(20_261_125);
        try (var insert = connection.prepareStatement(
                "insert into public.bench_case values (?, ?, ?, ?, ?, ?::timestamptz, ?)")) {
            for (int n = 0; n < incidents; n++) {
                var open = n >= incidents - OPEN;
                var ago = random.nextLong((open ? WEEKS : YEARS).toSeconds());
                insert.setInt(1, n);
                insert.setObject(2, UuidCreator.getTimeOrderedEpoch());
                insert.setObject(3, UuidCreator.getTimeOrderedEpoch());
                insert.setString(4, reference(n));
                insert.setLong(5, FIRST_NUMBER + n);
                insert.setString(6, now.minusSeconds(ago).toString());
                insert.setBoolean(7, open);
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static String reference(int n) {
        return new PublicReference(2026, FIRST_NUMBER + n).toString();
    }

    private List<Step> steps(String columns) {
        return Stream.of(declared(columns), treated(), told())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> declared(String columns) {
        return List.of(
                new Step("Declarations", """
                        insert into declaration.declaration (id, year, number, world, channel, declared_at, received_at, client,
                            idempotency_key, body_hash, account_id, structure_id, region, source)
                        select b.declaration, 2026, b.number, d.world, d.channel, b.at, b.at, d.client, b.reference, d.body_hash,
                            d.account_id, d.structure_id, d.region, d.source
                        from public.bench_case b join public.bench_pattern p on p.n = b.n % 500 join declaration.declaration d on d.id = p.id
                        """),
                new Step("Their versions", """
                        insert into declaration.version (declaration_id, version, made_at, made_by, edition, answers, structure)
                        select b.declaration, 1, b.at, v.made_by, v.edition, v.answers, v.structure
                        from public.bench_case b join public.bench_pattern p on p.n = b.n % 500
                            join declaration.version v on v.declaration_id = p.id and v.version = 1
                        """),
                new Step("Incidents", """
                        insert into incident.incident (id, reference, world, opened_at, open, urgency, version, changed_at, changed_by)
                        select b.incident, b.reference, 'national', b.at, b.open, i.urgency, 1, b.at, 'Claire'
                        from public.bench_case b join public.bench_pattern p on p.n = b.n % 500
                            join incident.incident_declaration d on d.declaration_id = p.id join incident.incident i on i.id = d.incident_id
                        """),
                new Step("What they know of their declarations", """
                        insert into incident.incident_declaration (declaration_id, incident_id, reference, declared_at, stated_at, search,
                            urgency, %1$s)
                        select b.declaration, b.incident, b.reference, b.at, b.at, replace(d.search, translate(lower(d.reference), '-', ' '), translate(lower(b.reference), '-', ' ')),
                            case when b.open then d.urgency end, %2$s
                        from public.bench_case b join public.bench_pattern p on p.n = b.n %% 500
                            join incident.incident_declaration d on d.declaration_id = p.id
                        """.formatted(columns.replace("d.", ""), columns)));
    }

    private static List<Step> treated() {
        return List.of(
                new Step("Who has them in hand", """
                        insert into incident.assignment (id, incident_id, assignee, assignee_name, at, by_name)
                        select gen_random_uuid(), incident, gen_random_uuid(), 'Claire', at, 'Claire' from public.bench_case
                        where not open or n % 2 = 0
                        """),
                new Step("Triages", """
                        insert into incident.triage (id, incident_id, in_scope, major, causes, origin, severity, care, at, by_name)
                        select gen_random_uuid(), incident, true, n % 7 = 0, '{RANSOMWARE}', 'MALICIOUS', 'S' || n % 4, 'DEGRADED', at, 'Claire'
                        from public.bench_case where not open or n % 3 > 0
                        """),
                new Step("Notes", """
                        insert into incident.note (id, incident_id, text, at, by_name)
                        select gen_random_uuid(), incident, repeat('Rappelés par le standard. ', 8), at, 'Claire'
                        from public.bench_case, generate_series(1, 3)
                        """),
                new Step("Closures", """
                        insert into incident.closure (id, incident_id, outcome, entry_point, at, by_name)
                        select gen_random_uuid(), incident, 'RESOLVED', 'NOT_FOUND', at + interval '9 days', 'Claire'
                        from public.bench_case where not open
                        """));
    }

    private List<Step> told() {
        return List.of(
                new Step("Conversations", """
                        insert into correspondence.conversation (declaration_id, read_by_desk, read_by_structure)
                        select declaration, %1$d, %1$d from public.bench_case
                        """.formatted(messages)),
                new Step("Messages", """
                        insert into correspondence.message (id, declaration_id, number, written_at, side, name, text, idempotency_key)
                        select gen_random_uuid(), declaration, k, at + interval '1 hour' * k, case when k %% 2 = 1 then 'DESK' else 'STRUCTURE' end,
                            'Claire', repeat('Nous restaurons encore, les prescriptions sont sur papier. ', 4) || 'Poste p' || n * 10 + k
                                || case when (n + k) %% 10 = 0 then ' : le serveur de fichiers ne répond plus.' else '' end, reference || '-' || k
                        from public.bench_case, generate_series(1, %d) k
                        """.formatted(messages)),
                new Step("The mails that told of them", """
                        insert into correspondence.delivery (message_id, reference, address, created_at, attempts, tried_at, handed_over_at, how)
                        select m.id, b.reference, 'garde@essai.example', m.written_at, 1, m.written_at, m.written_at, 'SMTP'
                        from public.bench_case b join correspondence.message m on m.declaration_id = b.declaration where m.side = 'DESK'
                        """),
                // Who must be told of years of closed incidents is no work for the minute that is measured.
                new Step(
                        "Bookmarks",
                        "update coordination.bookmark set incident_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'"));
    }
}
