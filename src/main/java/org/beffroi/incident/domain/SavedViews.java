package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people of the desk look at again and again: one's own, and what others share. */
@Service
@Transactional
public class SavedViews {
    static final int MOST = 20;
    static final int LONGEST = 40;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Book book;

    SavedViews(JdbcClient jdbc, Book book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /**
     * A view under a name.
     *
     * @param address the filters, as they stand behind the queue's address: {@code view=open&region=93}
     * @param mine whether the viewer may take it away
     */
    public record SavedView(UUID id, String name, boolean shared, String address, boolean mine, String by) {}

    /** One's own first, each part by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(Viewer viewer) {
        return viewer.atTheDesk() ? all(account(viewer)) : List.of();
    }

    private List<SavedView> all(UUID account) {
        return jdbc.sql("""
                        select id, name, shared, address, account_id = :account as mine, account_name from incident.saved_view
                        where ended_at is null and (account_id = :account or shared) order by account_id <> :account, lower(name), id
                        limit :most
                        """)
                .param("account", account)
                .param("most", 2 * MOST)
                .query((row, number) -> new SavedView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getString("address"),
                        row.getBoolean("mine"),
                        row.getString("account_name")))
                .list();
    }

    private static UUID account(Viewer viewer) {
        return Objects.requireNonNullElse(viewer.account(), NOBODY);
    }

    /** Under a name that one has used already, the new filters take the place of the old. */
    public SavedView keep(String name, boolean shared, QueueQuery query, Viewer by) {
        requireDesk(by);
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST) {
            FieldErrors.NONE.and("name", "incident.error.view-name", LONGEST).throwIfAny();
        }
        var who = book.now(by);
        jdbc.sql("""
                        update incident.saved_view set ended_at = :at
                        where account_id = :account and lower(name) = lower(:name) and ended_at is null
                        """)
                .param("at", Timestamp.from(who.at()))
                .param("account", account(by))
                .param("name", called)
                .update();
        if (all(account(by)).stream().filter(SavedView::mine).count() >= MOST) {
            throw Refusal.conflict("incident.refused.views-many", MOST);
        }
        var kept = new SavedView(
                UuidCreator.getTimeOrderedEpoch(), called, shared, query.at(1).address(), true, by.name());
        jdbc.sql("""
                        insert into incident.saved_view (id, account_id, account_name, name, shared, address, at)
                        values (:id, :account, :by, :name, :shared, :address, :at)
                        """)
                .param("id", kept.id())
                .param("account", account(by))
                .param("by", by.name())
                .param("name", called)
                .param("shared", shared)
                .param("address", kept.address())
                .param("at", Timestamp.from(who.at()))
                .update();
        book.auditHouse(by, "view", kept.address());
        return kept;
    }

    /** One's own only. */
    public void remove(@Nullable UUID id, Viewer by) {
        requireDesk(by);
        var gone = jdbc.sql(
                        "update incident.saved_view set ended_at = :at where id = :id and account_id = :account and ended_at is null")
                .param("at", Timestamp.from(book.now(by).at()))
                .param("id", id)
                .param("account", account(by))
                .update();
        if (gone == 0) {
            throw Refusal.notFound("incident.refused.view");
        }
    }

    private static void requireDesk(Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw Refusal.notFound("incident.refused.view");
        }
    }
}
