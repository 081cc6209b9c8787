package org.beffroi.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.beffroi.shared.DoctorCheck.Verdict;
import org.beffroi.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each verdict, well and ill: what was found, and how to mend it. */
class HouseDoctorTest {
    private static final String PUBLICATION = """
            insert into platform.event_publication (id, listener_id, event_type, serialized_event, publication_date, status)
            values (gen_random_uuid(), 'l', 't', '{}', now() - interval '%d minutes', 'FAILED')""";

    @TempDir
    Path data;

    private TestDatabases.Place place;
    private JdbcClient jdbc;
    private Clock clock = Clock.systemUTC();

    @BeforeEach
    void aHouseOfItsOwn() throws Exception {
        // The database's own account must go through it, or its folder is looked for elsewhere.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        place = TestDatabases.fresh();
        jdbc = JdbcClient.create(new DriverManagerDataSource(place.url(), place.user(), place.password()));
    }

    private Verdict verdict(String subject) {
        return new HouseDoctor(jdbc, clock, data)
                .check().stream()
                        .filter(verdict -> verdict.subject().equals(subject))
                        .findFirst()
                        .orElseThrow();
    }

    private void isIll(String subject, String finding, String remedy) {
        var verdict = verdict(subject);
        assertThat(verdict.well()).as(verdict.toString()).isFalse();
        assertThat(verdict.finding()).contains(finding);
        assertThat(verdict.remedy()).contains(remedy);
    }

    @Test
    void isContentWithASoundHouse() {
        assertThat(new HouseDoctor(jdbc, clock, data).check()).allMatch(Verdict::well, "well");
    }

    @Test
    void seesADatabaseThatMayForget() {
        place.execute(
                "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$");
        isIll("Database", "may forget what it has acknowledged", "synchronous_commit = on");
    }

    @Test
    void seesThatTheDatabaseWasStartedAgainWithinADay() throws Exception {
        var file = Files.createDirectories(data.resolve("postgresql")).resolve("restarts");
        Files.writeString(file, Instant.now().minus(Duration.ofHours(30)) + "\n");
        assertThat(verdict("Database’s process").well()).isTrue();
        Files.writeString(
                file,
                Instant.now().minus(Duration.ofHours(30)) + "\n" + Instant.now().minusSeconds(60) + "\n");
        isIll("Database’s process", "1 times within 24 hours", "Nothing acknowledged is lost");
    }

    @Test
    void tellsADemonstrationFromWorkAndAHalfSownOneFromAWholeOne() {
        place.execute("insert into platform.demonstration (sown_at) values (now())");
        isIll("Content", "not sown to its end", "./beffroi demo begins again");
        place.execute("update platform.demonstration set done_at = now()");
        assertThat(verdict("Content").finding()).contains("the passwords are known");
    }

    @Test
    void seesAMigrationThatFailed() {
        place.execute("update platform.flyway_schema_history set success = false where installed_rank = 1");
        isIll("Schema", "1 migrations failed", "Restore the last backup");
    }

    @Test
    void seesEventsThatNobodyHeardForAQuarterOfAnHour() {
        place.execute(PUBLICATION.formatted(14));
        assertThat(verdict("Events").well()).isTrue();
        place.execute(PUBLICATION.formatted(16));
        isIll("Events", "1 events were not heard within 15 minutes", "tried again each minute");
    }

    @Test
    void seesADiskWithoutSpace() {
        data = Path.of("/proc/self");
        isIll("Disk", "0 MB free in /proc/self", "Free some space");
        data = Path.of("/not/yet/made");
        assertThat(verdict("Disk").well()).isTrue();
    }

    @Test
    void seesClocksThatDiffer() {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        isIll("Clock", "s away", "NTP");
    }

    @Test
    void goesOnToTheNextCheckWhenOneFailsAndSaysHowManyAreToMend() {
        DoctorCheck broken = () -> {
            throw new IllegalStateException("odd");
        };
        DoctorCheck sound = () -> List.of(Verdict.well("Something", "fine"));
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(new DoctorCommand(List.of(broken, sound)).run(List.of(), out))
                .isOne();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("the check itself failed: odd", "  → ", "✔ Something", "2 looked at, 1 to mend");
        assertThat(new DoctorCommand(List.of(sound)).run(List.of(), out)).isZero();
    }
}
