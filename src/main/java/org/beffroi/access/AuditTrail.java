package org.beffroi.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who read or changed what, and when. Written in the caller's transaction where there is one; the table takes additions only. */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action {@code noun.verb}, for example {@code incident.read}
     * @param kind what sort of thing; {@code subject} is its identifier, null for a list
     */
    public void record(Viewer viewer, String action, String kind, @Nullable UUID subject) {
        write(viewer, action, kind, subject, null);
    }

    /** @param detail what was asked for, and how much was shown; never what somebody typed in words */
    public void recordList(Viewer viewer, String action, String kind, String detail) {
        write(viewer, action, kind, null, detail);
    }

    private void write(Viewer viewer, String action, String kind, @Nullable UUID subject, @Nullable String detail) {
        jdbc.sql("""
                        insert into access.audit_trail (id, at, account_id, name, action, subject_kind, subject_id, detail)
                        values (:id, :at, :account, :name, :action, :kind, :subject, :detail)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", viewer.account())
                .param("name", viewer.name())
                .param("action", action)
                .param("kind", kind)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
