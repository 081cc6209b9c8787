package org.beffroi.platform.command;

import java.io.PrintStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.beffroi.shared.DemoSeed;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sows the demonstration world once, then says where it is and who can look at it. */
@Component
@Order(1)
@ConditionalOnProperty("beffroi.demo")
class Demonstration implements ApplicationRunner {
    private static final List<String> ROLES = List.of("declarant", "analyst", "lead", "agency", "observatory", "admin");

    private final JdbcClient jdbc;
    private final List<DemoSeed> seeds;
    private final ApplicationContext context;
    private final Clock clock;

    Demonstration(JdbcClient jdbc, List<DemoSeed> seeds, ApplicationContext context, Clock clock) {
        this.jdbc = jdbc;
        this.seeds = seeds;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var out = Terminal.out();
        if (jdbc.sql("select count(*) from platform.demonstration")
                        .query(Long.class)
                        .single()
                == 0) {
            sow(out);
        }
        var port = context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
        out.printf("%nReady: http://127.0.0.1:%d%n%n", port);
        out.println("  account                      password");
        ROLES.forEach(role -> out.printf("  %-28s beffroi-demo%n", role + "@demo.beffroi"));
        out.println();
    }

    /** The row comes first: by it the next start knows of a sowing that was cut off, and begins again on an empty database. */
    private void sow(PrintStream out) {
        out.println("Sowing the demonstration world, this once…");
        jdbc.sql("insert into platform.demonstration (sown_at) values (:now)")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        seeds.forEach(seed -> seed.sow(out));
        jdbc.sql("update platform.demonstration set done_at = :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
