package org.beffroi.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BeffroiTest
class SignInGuardTest {
    private static final Instant NIGHT = Instant.parse("2026-03-02T02:00:00Z");
    private static final String ELSEWHERE = "203.0.113.99";

    @Autowired
    SignInGuard guard;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@test.example";
    private final String here = "here-" + UUID.randomUUID();

    private void fails(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            guard.failed(name, address);
        }
    }

    private boolean isShutAfter(Duration time) {
        var shut = new boolean[1];
        SettableClock.at(NIGHT.plus(time), () -> shut[0] = guard.isShut(email, here));
        return shut[0];
    }

    @Test
    void shutsAnAccountToOneSenderLongerEachTimeFromTheFifthWrongPasswordOn() {
        SettableClock.at(NIGHT, () -> {
            fails(4, email, here);
            assertThat(guard.isShut(email, here)).isFalse();
            fails(1, email.toUpperCase(java.util.Locale.ROOT), here);
            assertThat(guard.isShut(email, here)).isTrue();
        });
        assertThat(isShutAfter(Duration.ofSeconds(59))).isTrue();
        assertThat(isShutAfter(Duration.ofSeconds(60))).isFalse();
        SettableClock.at(NIGHT, () -> fails(1, email, here));
        assertThat(isShutAfter(Duration.ofSeconds(119))).isTrue();
        SettableClock.at(NIGHT, () -> fails(20, email, here));
        assertThat(isShutAfter(Duration.ofMinutes(15).minusSeconds(1))).isTrue();
        assertThat(isShutAfter(Duration.ofMinutes(15))).isFalse();
    }

    @Test
    void letsTheOwnerInFromElsewhereWhateverSomebodyTriesHere() {
        SettableClock.at(NIGHT, () -> {
            fails(49, email, here);
            assertThat(guard.isShut(email, here)).isTrue();
            assertThat(guard.isShut(email, ELSEWHERE)).isFalse();
        });
    }

    @Test
    void brakesAnAccountThatManyTryButNotWhereItsOwnerHasBeenBefore() {
        var account = accounts.open(
                new Accounts.Opening(email, "Test", "twelve-chars-or-more", Set.of(Role.LEAD), null, Set.of()),
                Viewer.system("test"));
        SettableClock.at(NIGHT, () -> {
            accounts.signedIn(account.id(), here);
            for (int i = 0; i < SignInGuard.Kind.ACCOUNT.patience; i++) {
                guard.failed(email, "bot-" + i + here);
            }
            assertThat(guard.isShut(email, "bot-new" + here)).isTrue();
            assertThat(guard.isShut(email, here)).isFalse();
        });
        SettableClock.at(
                NIGHT.plus(Duration.ofMinutes(1)),
                () -> assertThat(guard.isShut(email, "bot-new" + here)).isFalse());
        SettableClock.at(NIGHT.plus(SignInGuard.REMEMBERED).plusSeconds(1), () -> {
            for (int i = 0; i < SignInGuard.Kind.ACCOUNT.patience; i++) {
                guard.failed(email, "bot-" + i + here);
            }
            assertThat(guard.isShut(email, here)).as("too long ago").isTrue();
        });
    }

    @Test
    void brakesASenderWhoTriesManyAccounts() {
        SettableClock.at(NIGHT, () -> {
            for (int i = 0; i < SignInGuard.Kind.ADDRESS.patience; i++) {
                guard.failed(i + email, here);
            }
            assertThat(guard.isShut(email, here)).isTrue();
            assertThat(guard.isShut(email, ELSEWHERE)).isFalse();
        });
        assertThat(isShutAfter(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void doesNotAddUpWhatAHospitalMistypesInADay() {
        for (int hour = 0; hour < 10; hour++) {
            SettableClock.at(NIGHT.plus(Duration.ofMinutes(61L * hour)), () -> {
                for (int i = 0; i < 30; i++) {
                    guard.failed(i + email, here);
                }
                assertThat(guard.isShut(email, here)).isFalse();
            });
        }
    }

    @Test
    void forgetsAfterASuccess() {
        var account = accounts.open(
                new Accounts.Opening(email, "Test", "twelve-chars-or-more", Set.of(Role.LEAD), null, Set.of()),
                Viewer.system("test"));
        SettableClock.at(NIGHT, () -> {
            fails(4, email, here);
            accounts.signedIn(account.id(), here);
            fails(4, email, here);
            assertThat(guard.isShut(email, here)).isFalse();
        });
    }

    @Test
    void keepsNothingForLongerThanADay() {
        SettableClock.at(NIGHT, () -> fails(1, email, here));
        SettableClock.at(NIGHT.plus(Duration.ofHours(25)), () -> fails(1, "other" + email, here + "b"));
        assertThat(jdbc.sql("select count(*) from access.sign_in_failure where who like '%' || :who")
                        .param("who", here)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void writesDownOnceThatItShutAnAccountThatThereIs() {
        var account = accounts.open(
                new Accounts.Opening(email, "Test", "twelve-chars-or-more", Set.of(Role.ANALYST), null, Set.of()),
                Viewer.system("test"));
        fails(4, email, here);
        assertThat(shutOnTrail(account.id())).isZero();
        fails(3, email, here);
        assertThat(shutOnTrail(account.id())).isOne();
        var before = shutOnTrail(null);
        fails(6, "nobody-" + email, here);
        assertThat(shutOnTrail(null)).isEqualTo(before);
    }

    /** @param account null for any */
    private long shutOnTrail(@Nullable UUID account) {
        return jdbc.sql("select count(*) from access.audit_trail where action = 'account.shut'"
                        + (account == null ? "" : " and subject_id = '" + account + "'"))
                .query(Long.class)
                .single();
    }
}
