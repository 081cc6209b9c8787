package org.beffroi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked at what: written down without exception, kept for good, and answered to those who have to ask. */
@BeffroiTest
class AuditPagesTest {
    private final ApplicationContext context;
    private final String address;
    private final JdbcClient jdbc;

    AuditPagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.jdbc = context.getBean(JdbcClient.class);
        House.of(context);
    }

    private Caller as(String who) {
        return Caller.signedIn(address, House.email(who));
    }

    private long written(String action) {
        return jdbc.sql("select count(*) from access.audit_trail where action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
    }

    @Test
    void answersWhoLookedAtAnIncident() {
        var town = new Town(context);
        var declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Rien ne répond plus.");
        var other = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Autre chose.");
        town.treats(declared, "Rappelés.");
        as("analyst").get("/incidents/" + declared.reference());
        as("declarant").get("/declarations/" + declared.reference());
        for (var who : List.of("lead", "admin")) {
            var page = as(who).get("/audit?reference=" + declared.reference());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Claire Vasseur", "opened the incident", "Nadia Perrin", "opened the declaration");
            var json = as(who).get("/api/v1/audit?reference=" + declared.reference())
                    .body();
            assertThat(json).contains("\"action\":\"incident.read\"", "\"name\":\"Claire Vasseur\"");
            assertThat(as(who).get("/api/v1/audit?reference=" + other.reference())
                            .body())
                    .doesNotContain("Claire Vasseur");
        }
    }

    @Test
    void isItselfWrittenDown() {
        var before = written("audit.list");
        as("lead").get("/audit");
        assertThat(written("audit.list")).isEqualTo(before + 1);
    }

    @Test
    void saysThatANumberIsMistyped() {
        var page = as("lead").get("/audit?reference=BEF-1");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("not a reference of ours", "value=\"BEF-1\"");
        var json = as("lead").get("/api/v1/audit?reference=BEF-1");
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(json.body()).contains("\"field\":\"reference\"");
    }

    @Test
    void writesListsDownLikeSingleReadings() {
        for (var path :
                List.of("/declarations", "/api/v1/declarations", "/incidents", "/api/v1/incidents?q=vallebrune")) {
            var action = path.contains("incidents") ? "incident.list" : "declaration.list";
            var before = written(action);
            assertThat(as("agency").get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(written(action)).as(path).isEqualTo(before + 1);
        }
    }

    @Test
    void namesNobodyWhoWasSearchedFor() {
        as("analyst").get("/incidents?q=zzsecretname");
        assertThat(jdbc.sql("select count(*) from access.audit_trail where detail like '%zzsecretname%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void cannotBeChangedOrEmptied() {
        as("lead").get("/audit");
        for (var deed : List.of(
                "update access.audit_trail set name = 'nobody'",
                "delete from access.audit_trail",
                "truncate access.audit_trail")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }
}
