package org.beffroi.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.beffroi.platform.BeffroiDatabase;
import org.beffroi.platform.postgres.PostgresTrouble;
import org.beffroi.shared.DemoSeed;
import org.beffroi.testing.TestDatabases;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemonstrationTest {
    private static final String ACCOUNT =
            "insert into access.account (id, email, name, password_hash, roles, created_at)"
                    + " values (gen_random_uuid(), 'a@b.example', 'A', 'x', '{ADMIN}', now())";

    @TempDir
    Path parent;

    @Test
    void isSownWholeAfterItsSowingWasCutOff() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        try (var database = BeffroiDatabase.forServer(Map.of(), parent.resolve("data"))) {
            assertThat(database.prepare(true)).isEmpty();
            var jdbc = migrated(database);
            DemoSeed account = progress -> jdbc.sql(ACCOUNT).update();
            assertThatIllegalStateException()
                    .isThrownBy(() -> start(jdbc, account, progress -> {
                        throw new IllegalStateException("cut off");
                    }));

            assertThat(database.prepare(true))
                    .hasValueSatisfying(said -> assertThat(said).contains("again"));
            migrated(database);
            start(jdbc, account);

            assertThat(database.prepare(true)).isEmpty();
            start(jdbc, account);
            assertThat(jdbc.sql("select count(*) from access.account")
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThatExceptionOfType(PostgresTrouble.class).isThrownBy(() -> database.prepare(false));
        }
    }

    @Test
    void leavesWorkAndAnOuterDatabaseAlone() {
        var place = TestDatabases.fresh();
        var environment = Map.of(
                "BEFFROI_DB_URL", place.url(),
                "BEFFROI_DB_USER", place.user(),
                "BEFFROI_DB_PASSWORD", place.password());
        try (var database = BeffroiDatabase.forServer(environment, parent)) {
            place.execute(ACCOUNT);
            assertThat(database.prepare(false)).isEmpty();
            assertThatExceptionOfType(PostgresTrouble.class)
                    .isThrownBy(() -> database.prepare(true))
                    .withMessageContaining("not of a demonstration");

            place.execute("insert into platform.demonstration (sown_at) values (now())");
            assertThatExceptionOfType(PostgresTrouble.class)
                    .isThrownBy(() -> database.prepare(true))
                    .withMessageContaining("Drop this database");
        }
    }

    private static void start(JdbcClient jdbc, DemoSeed... seeds) {
        new Demonstration(jdbc, List.of(seeds), new StaticApplicationContext(), Clock.systemUTC())
                .run(new DefaultApplicationArguments());
    }

    private static JdbcClient migrated(BeffroiDatabase database) {
        var properties = database.properties();
        var source = new DriverManagerDataSource(
                String.valueOf(properties.get("spring.datasource.url")),
                String.valueOf(properties.get("spring.datasource.username")),
                String.valueOf(properties.get("spring.datasource.password")));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .load()
                .migrate();
        return JdbcClient.create(source);
    }
}
