package org.beffroi.access.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing passwords slow without letting anybody shut somebody else's account: wrong passwords are counted per account and sender
 * together. What comes from many senders, or tries many accounts, is braked more gently, and never where the account has signed in before.
 * An address that no account has is treated like one that has.
 */
@Service
@Transactional
public class SignInGuard {
    static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    SignInGuard(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is counted, how often it may fail, and within which time. */
    enum Kind {
        /** One account from one sender: from then on 1 minute, then twice as long each time, 15 at the most. */
        PAIR(5, Duration.ofDays(1)),
        /** One account from anywhere: a minute each time. */
        ACCOUNT(50, Duration.ofHours(1)),
        /** One sender, whichever account: a minute each time. A hospital behind one address mistypes less than that. */
        ADDRESS(100, Duration.ofHours(1));

        final int patience;
        final Duration window;

        Kind(int patience, Duration window) {
            this.patience = patience;
            this.window = window;
        }

        String who(String email, String address) {
            return switch (this) {
                case PAIR -> email + " " + address;
                case ACCOUNT -> email;
                case ADDRESS -> address;
            };
        }

        Duration shutFor(int failures) {
            var minutes = this == PAIR ? 1L << Math.min(failures - patience, 4) : 1;
            var wished = Duration.ofMinutes(minutes);
            return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
        }
    }

    /** Whether nobody may try this account from this sender just now, whatever the password. */
    @Transactional(readOnly = true)
    public boolean isShut(String typed, String address) {
        var email = name(typed);
        return jdbc.sql("""
                        select exists (
                            select from access.sign_in_failure f
                            where f.shut_until > :now
                              and (f.kind = 'PAIR' and f.who = :pair
                                   or (f.kind = 'ACCOUNT' and f.who = :email or f.kind = 'ADDRESS' and f.who = :address)
                                      and not exists (select from access.known_address k join access.account a on a.id = k.account_id
                                                      where lower(a.email) = :email and k.address = :address and k.last_at > :remembered)))
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("pair", Kind.PAIR.who(email, address))
                .param("email", email)
                .param("address", address)
                .param("remembered", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .query(Boolean.class)
                .single();
    }

    public void failed(String typed, String address) {
        var now = clock.instant();
        for (var kind : Kind.values()) {
            var failures = count(kind, kind.who(name(typed), address), now);
            if (kind == Kind.PAIR && failures == kind.patience) {
                audit(name(typed));
            }
        }
        jdbc.sql("delete from access.sign_in_failure where since < :then and coalesce(shut_until, since) < :now")
                .param("then", Timestamp.from(now.minus(KEPT)))
                .param("now", Timestamp.from(now))
                .update();
    }

    private int count(Kind kind, String who, Instant now) {
        var failures = jdbc.sql("""
                        insert into access.sign_in_failure as f (kind, who, failures, since) values (:kind, :who, 1, :now)
                        on conflict (kind, who) do update set
                            failures = case when f.since < :then then 1 else f.failures + 1 end,
                            since = case when f.since < :then then :now else f.since end
                        returning failures
                        """)
                .param("kind", kind.name())
                .param("who", who)
                .param("now", Timestamp.from(now))
                .param("then", Timestamp.from(now.minus(kind.window)))
                .query(Integer.class)
                .single();
        if (failures >= kind.patience) {
            jdbc.sql("update access.sign_in_failure set shut_until = :until where kind = :kind and who = :who")
                    .param("until", Timestamp.from(now.plus(kind.shutFor(failures))))
                    .param("kind", kind.name())
                    .param("who", who)
                    .update();
        }
        return failures;
    }

    /** Once, when the pair is first shut, and only of an account that there is: a trail that is never emptied takes no noise. */
    private void audit(String email) {
        jdbc.sql("select id from access.account where lower(email) = :email")
                .param("email", email)
                .query(UUID.class)
                .optional()
                .ifPresent(account -> trail.record(Viewer.system("Beffroi"), "account.shut", "account", account));
    }

    void succeeded(UUID account, String email, String address) {
        jdbc.sql("delete from access.sign_in_failure where kind = 'PAIR' and who = :pair")
                .param("pair", Kind.PAIR.who(name(email), address))
                .update();
        jdbc.sql("""
                        insert into access.known_address as k (account_id, address, last_at) values (:account, :address, :now)
                        on conflict (account_id, address) do update set last_at = :now
                        """)
                .param("account", account)
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from access.known_address where last_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
    }

    /** No account's address is longer, and nobody shall fill the table with what is. */
    private static String name(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
