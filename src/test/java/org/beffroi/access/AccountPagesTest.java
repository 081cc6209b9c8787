package org.beffroi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.domain.Account;
import org.beffroi.access.domain.Accounts;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts as their owners and the administrator change them, and what open sessions see of it. */
@BeffroiTest
class AccountPagesTest {
    private static final String NEW = "another-long-pass-phrase";

    private final ApplicationContext context;
    private final Accounts accounts;
    private final String address;
    private House house;
    private Caller admin;

    AccountPagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.accounts = context.getBean(Accounts.class);
        this.address = "http://127.0.0.1:" + port;
        this.house = House.of(context);
        this.admin = Caller.signedIn(address, House.email("admin"));
    }

    @BeforeEach
    void moveIn() {
        house = House.of(context);
    }

    private Account somebody(Role role) {
        return accounts.open(
                new Accounts.Opening(
                        UUID.randomUUID() + "@test.example",
                        "Somebody",
                        House.PASSWORD,
                        Set.of(role),
                        "84",
                        Set.of(house.id(House.VALLEBRUNE))),
                Viewer.system("test"));
    }

    @Test
    void whatATokenLacksIsSaidInItsOwnForm() {
        var page = admin.post("/tokens", Caller.FORM, Caller.form(Map.of("name", "")));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#t-name\"", "href=\"#t-roles\"", "Choose a role.", "href=\"/accounts?lang=")
                .doesNotContain("#f-roles", "at least one role")
                .containsOnlyOnce("id=\"e-name\"")
                .containsOnlyOnce("id=\"e-roles\"");
    }

    private static HttpResponse<String> change(Caller caller, String present, String password) {
        return caller.post(
                "/account/password", Caller.FORM, Caller.form(Map.of("present", present, "password", password)));
    }

    private long audited(String action, UUID account) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from access.audit_trail where action = :action and subject_id = :id")
                .param("action", action)
                .param("id", account)
                .query(Long.class)
                .single();
    }

    @Test
    void theOwnerChangesThePasswordAndEveryOtherSessionEnds() {
        var account = somebody(Role.ANALYST);
        var here = Caller.signedIn(address, account.email());
        var there = Caller.signedIn(address, account.email());
        var answer = change(here, House.PASSWORD, NEW);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/account?changed"));
        assertThat(here.get("/incidents").statusCode()).isEqualTo(200);
        assertThat(there.get("/incidents").statusCode()).isEqualTo(302);
        assertThat(Caller.signedIn(address, account.email(), NEW)
                        .get("/incidents")
                        .statusCode())
                .isEqualTo(200);
        assertThat(audited("account.change-password", account.id())).isEqualTo(1);
    }

    @Test
    void aWrongPresentPasswordChangesNothingAndCountsLikeOneAtSignIn() {
        var account = somebody(Role.ANALYST);
        var here = Caller.signedIn(address, account.email());
        for (int i = 0; i < 5; i++) {
            var answer = change(here, "not-it", "short");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("e-present", "e-password").doesNotContain("not-it");
        }
        assertThat(change(here, House.PASSWORD, NEW).statusCode()).isEqualTo(409);
        assertThat(here.get("/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    void theSamePasswordIsNoNewOne() {
        var here = Caller.signedIn(address, somebody(Role.ANALYST).email());
        assertThat(change(here, House.PASSWORD, House.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void aPasswordThatWasHandedOverOpensNothingUntilItIsChanged() {
        var account = somebody(Role.ANALYST);
        var before = Caller.signedIn(address, account.email());
        admin.post("/accounts/" + account.id() + "/password", Caller.FORM, Caller.form(Map.of("password", NEW)));
        assertThat(before.get("/incidents").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));

        var caller = Caller.signedIn(address, account.email(), NEW);
        assertThat(caller.get("/incidents").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/account"));
        assertThat(caller.get("/api/v1/incidents").statusCode()).isEqualTo(403);
        assertThat(caller.get("/declare").statusCode())
                .as("declaring does not wait")
                .isEqualTo(200);
        assertThat(caller.get("/account").body()).contains("Somebody else knows your password");
        change(caller, NEW, House.PASSWORD);
        assertThat(caller.get("/incidents").statusCode()).isEqualTo(200);
        assertThat(audited("account.hand-over-password", account.id())).isEqualTo(1);
    }

    /** Whoever else knows the password must not speak, or see, as the owner. */
    @Test
    void aPasswordThatWasHandedOverMakesNobodyMoreThanAGuest() {
        var account = somebody(Role.DECLARANT);
        admin.post("/accounts/" + account.id() + "/password", Caller.FORM, Caller.form(Map.of("password", NEW)));
        var caller = Caller.signedIn(address, account.email(), NEW);
        assertThat(caller.get("/start").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/account"));
        var body = """
                {"structure": "%s", "name": "Nadia", "phone": "01 99 00 00 00", "foundAt": "2026-01-01T08:00:00Z",
                 "description": "é", "care": "DEGRADED", "origin": "UNKNOWN"}""".formatted(House.VALLEBRUNE);
        for (var verified : new boolean[] {false, true}) {
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            var answer = caller.post("/api/v1/declarations", Caller.JSON, body, key);
            assertThat(answer.body()).contains("\"verified\":" + verified);
            change(caller, NEW, House.PASSWORD);
        }
    }

    @Test
    void aSessionDoesNotRememberThePassword() {
        var account = somebody(Role.ANALYST);
        Caller.signedIn(address, account.email());
        var remembered = context.getBean(JdbcClient.class)
                .sql("""
                        select attribute_bytes from platform.session_attributes a join platform.session s on s.primary_id = a.session_primary_id
                        where s.principal_name = :email""")
                .param("email", account.email())
                .query(byte[].class)
                .list();
        assertThat(remembered)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(account.passwordHash()));
    }

    @Test
    void anOpenSessionSeesAChangeAtItsNextRequest() {
        var account = somebody(Role.ANALYST);
        var session = Caller.signedIn(address, account.email());
        assertThat(session.get("/incidents").statusCode()).isEqualTo(200);
        var path = "/accounts/" + account.id();
        var fields = Map.of("name", "Somebody", "roles", "OBSERVATORY", "enabled", "true");
        assertThat(admin.post(path, Caller.FORM, Caller.form(fields)).statusCode())
                .isEqualTo(302);
        assertThat(session.get("/incidents").statusCode()).isEqualTo(403);
        assertThat(session.get("/structures").statusCode()).isEqualTo(200);
        admin.post(path, Caller.FORM, Caller.form(Map.of("name", "Somebody", "roles", "OBSERVATORY")));
        assertThat(session.get("/structures").statusCode()).as("closed").isEqualTo(302);
        assertThat(audited("account.change", account.id())).isEqualTo(2);
    }

    @Test
    void whatAnotherAdministratorChangedMeanwhileIsNotOverwritten() {
        var account = somebody(Role.ANALYST);
        var path = "/accounts/" + account.id();
        var form = admin.get(path).body();
        assertThat(form).contains("name=\"seen\" value=\"" + account.seen() + "\"");
        var fields = Map.of("name", "Other", "roles", "LEAD", "enabled", "true", "seen", account.seen());
        assertThat(admin.post(path, Caller.FORM, Caller.form(fields)).statusCode())
                .isEqualTo(302);
        var late = admin.post(path, Caller.FORM, Caller.form(fields));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else changed this account meanwhile");
    }

    @Test
    void whatIsMistypedStandsBesideItsField() {
        var account = somebody(Role.ANALYST);
        var typed = Map.of("name", "", "roles", "BOSS", "region", "00", "structures", "12", "enabled", "true");
        for (var path : new String[] {"/accounts", "/accounts/" + account.id()}) {
            var answer = admin.post(path, Caller.FORM, Caller.form(typed));
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body())
                    .as(path)
                    .contains("There is no role “BOSS”", "There is no region “00”", "number 12");
        }
    }

    @Test
    void theApiTakesFinessNumbersAndSaysWhatIsMistyped() {
        var email = UUID.randomUUID() + "@test.example";
        var body = """
                {"email": "%s", "name": "DPI", "password": "%s", "roles": ["DECLARANT"], "structures": ["%s"]}""".formatted(email, NEW, House.VALLEBRUNE);
        var opened = admin.post("/api/v1/accounts", Caller.JSON, body);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.body())
                .contains("\"structures\":[\"" + House.VALLEBRUNE + "\"]", "\"mustChangePassword\":true");

        var id = accounts.byEmail(email).orElseThrow().id();
        var wrong = """
                {"name": "DPI", "roles": ["BOSS"], "region": "00", "structures": ["12"]}""";
        var refused = admin.send("PUT", "/api/v1/accounts/" + id, Caller.JSON, wrong, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"field\":\"roles\"", "\"field\":\"region\"", "\"field\":\"structures\"", "LEAD");

        var right = """
                {"name": "DPI 2", "roles": ["AGENCY"], "region": "84"}""";
        var changed = admin.send("PUT", "/api/v1/accounts/" + id, Caller.JSON, right, Map.of());
        assertThat(changed.body()).contains("DPI 2", "AGENCY", "\"structures\":[]");
        assertThat(admin.get("/api/v1/accounts/" + id).body()).isEqualTo(changed.body());

        var mistyped = admin.get("/api/v1/accounts/not-an-id");
        assertThat(mistyped.statusCode()).isEqualTo(404);
        assertThat(mistyped.body()).contains("/problems/not-found");
        var token = admin.post("/api/v1/tokens", Caller.JSON, """
                {"name": "x", "role": "BOSS"}""");
        assertThat(token.statusCode()).isEqualTo(422);
        assertThat(token.body()).contains("\"field\":\"roles\"");
    }

    @Test
    void aTokenHasNoPassword() {
        var made = admin.post("/api/v1/tokens", Caller.JSON, """
                {"name": "x", "role": "ANALYST"}""").body();
        var machine = Caller.machine(address, made.replaceFirst(".*\"(bef_[^\"]+)\".*", "$1"));
        assertThat(machine.get("/api/v1/account").body()).contains("ANALYST");
        var answer = machine.send("PUT", "/api/v1/account/password", Caller.JSON, "{}", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void wrongPasswordsFromOneSenderDoNotBelieveAForwardedAddress() {
        var account = somebody(Role.ANALYST);
        for (int i = 0; i < 6; i++) {
            var caller = Caller.visitor(address);
            caller.get("/sign-in");
            caller.post(
                    "/sign-in",
                    Caller.FORM,
                    Caller.form(Map.of("username", account.email(), "password", "wrong")),
                    Map.of("X-Forwarded-For", "203.0.113." + i));
        }
        assertThat(context.getBean(org.beffroi.access.domain.SignInGuard.class).isShut(account.email(), "127.0.0.1"))
                .isTrue();
    }
}
