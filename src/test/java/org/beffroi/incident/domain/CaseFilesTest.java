package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@BeffroiTest
class CaseFilesTest {
    private static final World WORLD = new World("files");

    @Autowired
    CaseFiles files;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    /** Its reader is held up in the middle, at the audit trail, while somebody else writes. */
    @Test
    void isOfOneMoment() throws Exception {
        var declared = anIncident().declared();
        var id = desk.openFor(WORLD, declared);
        try (var reader = Executors.newSingleThreadExecutor();
                var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "lock table access.audit_trail in share mode");
            var file = reader.submit(() -> files.open(declared.reference().toString(), CLAIRE));
            await(() -> jdbc.sql(
                            "select count(*) > 0 from pg_locks where not granted and relation = 'access.audit_trail'::regclass")
                    .query(Boolean.class)
                    .single());
            execute(
                    other,
                    "insert into incident.note (id, incident_id, text, at, by_name) values ('%s', '%s', 'Meanwhile', now(), 'Marc')"
                            .formatted(UUID.randomUUID(), id));
            other.commit();
            assertThat(file.get(20, TimeUnit.SECONDS).timeline())
                    .extracting(TimelineEntry::text)
                    .doesNotContain("Meanwhile");
        }
        assertThat(files.open(declared.reference().toString(), CLAIRE).timeline())
                .extracting(TimelineEntry::text)
                .contains("Meanwhile");
    }

    @Test
    void saysNothingToAnAgencyOfWhatJoinedFromElsewhere() {
        var ours = anIncident().in("Clinique des Hauts", "32").declared();
        var theirs = anIncident().in("Centre hospitalier d’Ailleurs", "53").declared();
        var id = desk.openFor(World.NATIONAL, theirs);
        desk.openFor(World.NATIONAL, ours);
        joins.join(Hand.on(id, CLAIRE), Joining.of(ours.declaration()));
        desk.triage(Hand.on(id, CLAIRE), judged("MALICIOUS", "NONE"));

        var file = files.open(ours.reference().toString(), AGENCY);
        assertThat(file.reference()).isEqualTo(ours.reference().toString());
        assertThat(file.declared()).containsExactly(ours);
        assertThat(json.writeValueAsString(file.declared()) + json.writeValueAsString(file.timeline()))
                .doesNotContain(
                        "Ailleurs",
                        theirs.reference().toString(),
                        theirs.declaration().toString());
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
