package org.beffroi.access.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {
    private static final String SELECT = """
            select a.*, (select array_agg(s.structure_id) from access.account_structure s where s.account_id = a.id) as structures
            from access.account a
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql(SELECT + "where lower(a.email) = lower(:email)")
                .param("email", email)
                .query(AccountStore::account)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + "order by a.email")
                .query(AccountStore::account)
                .list();
    }

    void insert(Account account, Instant now) {
        jdbc.sql("""
                        insert into access.account (id, email, name, password_hash, roles, region, enabled, created_at)
                        values (:id, :email, :name, :hash, :roles, :region, :enabled, :now)
                        """)
                .param("id", account.id())
                .param("email", account.email())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                .param("region", account.region())
                .param("enabled", account.enabled())
                .param("now", Timestamp.from(now))
                .update();
        account.structures().forEach(structure -> give(account.id(), structure));
    }

    void give(UUID account, UUID structure) {
        jdbc.sql("insert into access.account_structure values (:account, :structure) on conflict do nothing")
                .param("account", account)
                .param("structure", structure)
                .update();
    }

    void enable(UUID account, boolean enabled) {
        jdbc.sql("update access.account set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", account)
                .update();
    }

    /** Counts one more failure and returns how many there are in a row. */
    int failed(UUID account) {
        return jdbc.sql("update access.account set failures = failures + 1 where id = :id returning failures")
                .param("id", account)
                .query(Integer.class)
                .single();
    }

    void lock(UUID account, @Nullable Instant until) {
        jdbc.sql("update access.account set locked_until = :until where id = :id")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("id", account)
                .update();
    }

    void succeeded(UUID account) {
        jdbc.sql("update access.account set failures = 0, locked_until = null where id = :id")
                .param("id", account)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                roles(row.getArray("roles")),
                row.getString("region"),
                uuids(row.getArray("structures")),
                row.getBoolean("enabled"),
                locked == null ? null : locked.toInstant());
    }

    static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }

    static Set<UUID> uuids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((UUID[]) array.getArray());
    }
}
