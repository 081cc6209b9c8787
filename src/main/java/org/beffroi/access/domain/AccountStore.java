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

    /** Until the transaction ends, nobody else changes it. */
    void lock(UUID id) {
        jdbc.sql("select id from access.account where id = :id for update")
                .param("id", id)
                .query(UUID.class)
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
                        insert into access.account (id, email, name, password_hash, roles, region, enabled, must_change_password, created_at)
                        values (:id, :email, :name, :hash, :roles, :region, :enabled, :must, :now)
                        """)
                .param("id", account.id())
                .param("email", account.email())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                .param("region", account.region())
                .param("enabled", account.enabled())
                .param("must", account.mustChangePassword())
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

    /** What an administrator may change. */
    void change(Account account) {
        jdbc.sql("""
                        update access.account set name = :name, roles = :roles, region = :region, enabled = :enabled where id = :id
                        """)
                .param("id", account.id())
                .param("name", account.name())
                .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                .param("region", account.region())
                .param("enabled", account.enabled())
                .update();
        jdbc.sql("delete from access.account_structure where account_id = :id")
                .param("id", account.id())
                .update();
        account.structures().forEach(structure -> give(account.id(), structure));
    }

    void password(UUID account, String hash, boolean mustChange) {
        jdbc.sql("""
                        update access.account set password_hash = :hash, must_change_password = :must, generation = generation + 1
                        where id = :id
                        """)
                .param("id", account)
                .param("hash", hash)
                .param("must", mustChange)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                roles(row.getArray("roles")),
                row.getString("region"),
                uuids(row.getArray("structures")),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getInt("generation"));
    }

    static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }

    static Set<UUID> uuids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((UUID[]) array.getArray());
    }
}
