package org.beffroi.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@BeffroiTest
class AccountsTest {
    private static final Viewer ADMIN = Viewer.system("test");
    private static final Instant NIGHT = Instant.parse("2026-03-02T02:00:00Z");

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    private Account open(Role... roles) {
        return accounts.open(
                new Accounts.Opening(
                        UUID.randomUUID() + "@test.example",
                        "Test",
                        "twelve-chars-or-more",
                        Set.of(roles),
                        "84",
                        Set.of(UUID.randomUUID())),
                ADMIN);
    }

    @Test
    void gathersWhatIsMissingToOpenAnAccount() {
        var nothing = new Accounts.Opening("nobody", " ", "short", Set.of(Role.AGENCY, Role.DECLARANT), null, Set.of());
        assertThatThrownBy(() -> accounts.open(nothing, ADMIN))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactlyInAnyOrder("email", "name", "password", "region", "structures"));
    }

    @Test
    void refusesAnAddressThatIsTakenWhateverItsCase() {
        var email = open(Role.ANALYST).email();
        var again = new Accounts.Opening(
                email.toUpperCase(java.util.Locale.ROOT),
                "Test",
                "twelve-chars-or-more",
                Set.of(Role.LEAD),
                null,
                Set.of());
        assertThatThrownBy(() -> accounts.open(again, ADMIN)).isInstanceOf(FieldErrors.Invalid.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void opensNoMoreThanTheRoleNeeds(Role role) {
        var scope = open(role).scope();
        assertThat(scope.national()).isEqualTo(role == Role.ANALYST || role == Role.LEAD);
        assertThat(scope.regions()).hasSize(role == Role.AGENCY ? 1 : 0);
        assertThat(scope.structures()).hasSize(role == Role.DECLARANT ? 1 : 0);
    }

    @Test
    void changesWhatAnAccountIsAndSees() {
        var account = open(Role.ANALYST);
        var change = new Accounts.Change(" Autre nom ", Set.of(Role.AGENCY), "93", Set.of(), true, "");
        accounts.change(account.id(), change, FieldErrors.NONE, ADMIN);
        assertThat(accounts.viewer(account.id()))
                .hasValueSatisfying(viewer -> assertThat(viewer)
                        .returns("Autre nom", Viewer::name)
                        .returns(Set.of(Role.AGENCY), Viewer::roles)
                        .returns(Scope.regions(Set.of("93")), Viewer::scope));
        assertThat(accounts.require(account.id()).structures()).isEmpty();
    }

    @Test
    void gathersWhatIsWrongWithAChange() {
        var account = open(Role.ANALYST);
        var change = new Accounts.Change("", Set.of(Role.AGENCY, Role.DECLARANT), null, Set.of(), true, "");
        assertThatThrownBy(() -> accounts.change(
                        account.id(), change, FieldErrors.NONE.and("structures", "not.understood"), ADMIN))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactlyInAnyOrder("structures", "region", "name"));
        assertThat(accounts.require(account.id()).name()).isEqualTo(account.name());
    }

    @Test
    void keepsTheLastKeyInTheAdministratorsHand() {
        var account = open(Role.ADMIN);
        var self = accounts.viewer(account.id()).orElseThrow();
        var change = new Accounts.Change("Moi", Set.of(Role.ANALYST), null, Set.of(), true, "");
        assertThatThrownBy(() -> accounts.change(account.id(), change, FieldErrors.NONE, self))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoOpensAnAccountForSomebodyKnowsItsPasswordOnlyUntilTheFirstSignIn() {
        var admin = accounts.viewer(open(Role.ADMIN).id()).orElseThrow();
        var opened = accounts.open(
                new Accounts.Opening(
                        UUID.randomUUID() + "@test.example",
                        "Test",
                        "twelve-chars-or-more",
                        Set.of(Role.ANALYST),
                        null,
                        Set.of()),
                admin);
        assertThat(accounts.require(opened.id()).mustChangePassword()).isTrue();
        assertThat(accounts.require(open(Role.ANALYST).id()).mustChangePassword())
                .isFalse();
    }

    @Test
    void takesEveryRightAwayFromAClosedAccountAtOnce() {
        var account = open(Role.LEAD);
        accounts.enable(account.id(), false, ADMIN);
        assertThat(accounts.viewer(account.id())).isEmpty();
    }

    @Test
    void refusesToCloseOnesOwnAccount() {
        var account = open(Role.ADMIN);
        var self = accounts.viewer(account.id()).orElseThrow();
        assertThatThrownBy(() -> accounts.enable(account.id(), false, self)).isInstanceOf(Refusal.class);
    }

    @Test
    void knowsATokenUntilItExpiresOrIsRevoked() {
        var structure = UUID.randomUUID();
        var grant = ApiTokens.Grant.checked(
                "DPI " + structure,
                new RightsReader.Rights(Set.of(Role.DECLARANT), null, Set.of(structure), FieldErrors.NONE),
                Duration.ofDays(10));
        SettableClock.at(NIGHT, () -> {
            var token = tokens.make(grant, ADMIN);
            assertThat(tokens.viewer(token))
                    .get()
                    .satisfies(viewer -> assertThat(viewer.scope().structures()).containsExactly(structure));
            assertThat(tokens.viewer(token + "x")).isEmpty();
            assertThat(tokens.viewer("bef_")).isEmpty();
            SettableClock.at(
                    NIGHT.plus(Duration.ofDays(11)),
                    () -> assertThat(tokens.viewer(token)).isEmpty());
            var id = tokens.all().stream()
                    .filter(shown -> shown.name().endsWith(structure.toString()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            tokens.revoke(id, ADMIN);
            assertThat(tokens.viewer(token)).isEmpty();
        });
    }

    @Test
    void refusesATokenForNothing() {
        var nothing = new RightsReader.Rights(Set.of(), null, Set.of(), FieldErrors.NONE);
        for (var name : new String[] {"", "x".repeat(101)}) {
            assertThatThrownBy(() -> ApiTokens.Grant.checked(name, nothing, Duration.ofDays(9999)))
                    .isInstanceOfSatisfying(
                            FieldErrors.Invalid.class,
                            invalid -> assertThat(invalid.errors().all())
                                    .extracting(FieldErrors.FieldError::field)
                                    .containsExactly("name", "roles", "days"));
        }
    }
}
