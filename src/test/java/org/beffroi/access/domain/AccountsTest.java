package org.beffroi.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
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
    void shutsTheDoorLongerAfterEachWrongPasswordFromTheFifthOn() {
        var account = open(Role.ANALYST);
        SettableClock.at(NIGHT, () -> {
            for (int i = 1; i < Accounts.PATIENCE; i++) {
                accounts.wrongPassword(account.email());
            }
            assertThat(lock(account)).isEmpty();
            accounts.wrongPassword(account.email());
            assertThat(lock(account)).contains(NIGHT.plus(Duration.ofMinutes(1)));
            for (int i = 0; i < 20; i++) {
                accounts.wrongPassword(account.email());
            }
            assertThat(lock(account)).contains(NIGHT.plus(Duration.ofMinutes(15)));
        });
        accounts.signedIn(account.id());
        assertThat(lock(account)).isEmpty();
    }

    private Optional<Instant> lock(Account account) {
        return accounts.byEmail(account.email()).map(Account::lockedUntil);
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
                "DPI " + structure, Role.DECLARANT, null, Set.of(structure), Duration.ofDays(10));
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
        assertThatThrownBy(() -> ApiTokens.Grant.checked("", null, null, Set.of(), Duration.ofDays(9999)))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all()).hasSize(3));
    }
}
