package org.beffroi.access.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Colleague;
import org.beffroi.access.Role;
import org.beffroi.access.domain.Reaches.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReachStore {
    private static final String COLLEAGUES = """
            select a.id, a.email, a.name, a.roles, r.phone, r.email as call_email
            from access.account a left join access.reach r on r.account_id = a.id
            where a.enabled and a.roles && array['ANALYST', 'LEAD']
            """;

    private final JdbcClient jdbc;

    ReachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Colleague> colleagues() {
        return jdbc.sql(COLLEAGUES + "order by lower(a.name), a.id")
                .query(ReachStore::colleague)
                .list();
    }

    Optional<Colleague> colleague(UUID account) {
        return jdbc.sql(COLLEAGUES + "and a.id = :account")
                .param("account", account)
                .query(ReachStore::colleague)
                .optional();
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        var email = row.getString("email");
        return new Colleague(
                row.getObject("id", UUID.class),
                email,
                row.getString("name"),
                AccountStore.roles(row.getArray("roles")).contains(Role.LEAD),
                Objects.requireNonNullElse(row.getString("call_email"), email),
                row.getString("phone"));
    }

    Reach of(UUID account) {
        return jdbc.sql("select phone, email from access.reach where account_id = :account")
                .param("account", account)
                .query((row, number) -> new Reach(row.getString(1), row.getString(2)))
                .optional()
                .orElse(Reach.NONE);
    }

    void keep(UUID account, @Nullable String phone, @Nullable String email, Instant now) {
        jdbc.sql("delete from access.reach where account_id = :account")
                .param("account", account)
                .update();
        if (phone == null && email == null) {
            return;
        }
        jdbc.sql("insert into access.reach values (:account, :phone, :email, :now)")
                .param("account", account)
                .param("phone", phone)
                .param("email", email)
                .param("now", Timestamp.from(now))
                .update();
    }
}
