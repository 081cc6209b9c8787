package org.beffroi.access.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for machines, scoped like people. Only a hash is kept: a token is shown once, when it is made. */
@Service
@Transactional
public class ApiTokens {
    private static final String PREFIX = "bef_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a token is for. Made by {@link #checked}. */
    public record Grant(String name, Role role, @Nullable String region, Set<UUID> structures, Duration validity) {
        private static final Duration LONGEST = Duration.ofDays(3 * 366);
        private static final int LONGEST_NAME = 100;

        /** @throws org.beffroi.shared.FieldErrors.Invalid with all that is missing, wrong, or not understood */
        public static Grant checked(String name, RightsReader.Rights rights, Duration validity) {
            var errors = rights.errors();
            if (name.isBlank()) {
                errors = errors.and("name", "access.error.token-name");
            } else if (name.strip().length() > LONGEST_NAME) {
                errors = errors.and("name", "access.error.token-name-long", LONGEST_NAME);
            }
            if (rights.roles().isEmpty() && errors.of("roles").isEmpty()) {
                errors = errors.and("roles", "access.error.role");
            }
            errors = Accounts.checkRights(rights.roles(), rights.region(), rights.structures(), errors);
            if (rights.roles().size() > 1) {
                errors = errors.and("roles", "access.error.one-role");
            }
            if (!validity.isPositive() || validity.compareTo(LONGEST) > 0) {
                errors = errors.and("days", "access.error.validity", LONGEST.toDays());
            }
            errors.throwIfAny();
            var role = rights.roles().iterator().next();
            return new Grant(name.strip(), role, rights.region(), rights.structures(), validity);
        }
    }

    /** A token as the list shows it; never its secret. */
    public record Token(
            UUID id, String name, Role role, @Nullable String region, Instant expiresAt, boolean revoked) {}

    /** @return the token itself, to be handed over now: it cannot be shown again */
    public String make(Grant grant, Viewer by) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into access.api_token (id, name, hash, role, region, structures, created_at, expires_at)
                        values (:id, :name, :hash, :role, :region, :structures, :now, :expires)
                        """)
                .param("id", id)
                .param("name", grant.name())
                .param("hash", hash(token))
                .param("role", grant.role().name())
                .param("region", grant.region())
                .param("structures", grant.structures().toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(clock.instant().plus(grant.validity())))
                .update();
        audit.record(by, "token.make", "token", id);
        return token;
    }

    public void revoke(UUID token, Viewer by) {
        var rows = jdbc.sql("update access.api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", token)
                .update();
        if (rows == 0) {
            throw Refusal.notFound("access.error.no-token");
        }
        audit.record(by, "token.revoke", "token", token);
    }

    @Transactional(readOnly = true)
    public List<Token> all() {
        return jdbc.sql("select * from access.api_token order by created_at desc")
                .query((row, number) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("region"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("revoked_at") != null))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Viewer> viewer(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id, name, role, region, structures from access.api_token
                        where hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Account(
                                row.getObject("id", UUID.class),
                                "",
                                row.getString("name"),
                                "",
                                Set.of(Role.valueOf(row.getString("role"))),
                                row.getString("region"),
                                AccountStore.uuids(row.getArray("structures")),
                                true,
                                false,
                                0)
                        .viewer())
                .optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
