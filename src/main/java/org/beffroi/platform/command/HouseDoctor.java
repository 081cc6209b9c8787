package org.beffroi.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.beffroi.shared.DoctorCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ground everything stands on: Java, the database, events that nobody has heard, the disk, the clock. */
@Component
class HouseDoctor implements DoctorCheck {
    private static final long LITTLE_DISK_MEGABYTES = 1024;
    private static final Duration TOO_LONG = Duration.ofMinutes(15);
    private static final Duration LATELY = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path data;

    HouseDoctor(JdbcClient jdbc, Clock clock, @Value("${beffroi.data:data}") Path data) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.data = data;
    }

    @Override
    public List<Verdict> check() {
        return List.of(java(), database(), restarts(), content(), migrations(), events(), disk(), clocks());
    }

    private static Verdict java() {
        return Runtime.version().feature() == 25
                ? Verdict.well("Java", Runtime.version().toString())
                : Verdict.ill("Java", Runtime.version().toString(), "Install a JDK 25; ./beffroi finds it by itself.");
    }

    private Verdict database() {
        var version = jdbc.sql("show server_version").query(String.class).single();
        var durable = jdbc.sql("select current_setting('fsync') || '/' || current_setting('synchronous_commit')")
                .query(String.class)
                .single();
        return durable.equals("on/on")
                ? Verdict.well("Database", "PostgreSQL " + version + ", durable")
                : Verdict.ill(
                        "Database",
                        "PostgreSQL " + version + " may forget what it has acknowledged (fsync/synchronous_commit "
                                + durable + ")",
                        "Set fsync = on and synchronous_commit = on, and restart PostgreSQL.");
    }

    /** The embedded database's only: of an outer one nothing is known here. */
    private Verdict restarts() {
        var since = clock.instant().minus(LATELY);
        var lately =
                EmbeddedPostgres.restarts(data).stream().filter(since::isBefore).toList();
        return lately.isEmpty()
                ? Verdict.well("Database’s process", "did not end unasked within " + LATELY.toHours() + " hours")
                : Verdict.ill(
                        "Database’s process",
                        "ended unasked and was started again: %d times within %d hours, the last at %s"
                                .formatted(lately.size(), LATELY.toHours(), lately.getLast()),
                        "Nothing acknowledged is lost. Why it ended, say " + data.resolve("postgresql/postgres.log")
                                + " (a full disk) and the kernel's log (memory: dmesg | grep -i oom).");
    }

    private Verdict content() {
        var done = jdbc.sql("select done_at is not null from platform.demonstration")
                .query(Boolean.class)
                .optional();
        if (done.isEmpty()) {
            return Verdict.well("Content", "not a demonstration");
        }
        return done.get()
                ? Verdict.well("Content", "a demonstration: all is invented, the passwords are known")
                : Verdict.ill(
                        "Content",
                        "a demonstration that is not sown to its end",
                        "If none is starting just now: ./beffroi demo begins again.");
    }

    private Verdict migrations() {
        var failed = jdbc.sql("select count(*) from platform.flyway_schema_history where not success")
                .query(Long.class)
                .single();
        var newest = jdbc.sql("select max(version) from platform.flyway_schema_history")
                .query(String.class)
                .single();
        return failed == 0
                ? Verdict.well("Schema", "version " + newest)
                : Verdict.ill(
                        "Schema",
                        failed + " migrations failed",
                        "Restore the last backup, then start again; the log of that start says why.");
    }

    private Verdict events() {
        var waiting = jdbc.sql("select count(*) from platform.event_publication where publication_date < :then")
                .param("then", Timestamp.from(clock.instant().minus(TOO_LONG)))
                .query(Long.class)
                .single();
        return waiting == 0
                ? Verdict.well("Events", "all heard")
                : Verdict.ill(
                        "Events",
                        waiting + " events were not heard within " + TOO_LONG.toMinutes() + " minutes",
                        "They are tried again each minute and at each start; the log says which listener fails, and why.");
    }

    private Verdict disk() {
        var folder = EmbeddedPostgres.folder(data).orElseGet(() -> present(data.toAbsolutePath()));
        var free = folder.toFile().getUsableSpace() / (1024 * 1024);
        return free >= LITTLE_DISK_MEGABYTES
                ? Verdict.well("Disk", "%,d MB free".formatted(free))
                : Verdict.ill(
                        "Disk",
                        "%,d MB free in %s".formatted(free, folder),
                        "Free some space: a full disk stops every declaration.");
    }

    /** With an outer database there may be no data folder, and what is not there has no space. */
    private static Path present(Path wished) {
        var parent = wished.getParent();
        return Files.exists(wished) || parent == null ? wished : present(parent);
    }

    private Verdict clocks() {
        var there = jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
        var apart = Duration.between(there, clock.instant()).abs();
        return apart.compareTo(CLOCKS_DIFFER) <= 0
                ? Verdict.well("Clock", "the database's agrees")
                : Verdict.ill(
                        "Clock",
                        "the database's is " + apart.toSeconds() + " s away",
                        "Set both machines' clocks by NTP (chrony).");
    }
}
