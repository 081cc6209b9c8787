package org.beffroi.access.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditSubjects;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at what, or changed it, for those who have to answer that. Asking is written down too. */
@Service
@Transactional
public class AuditReader {
    static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    private final JdbcClient jdbc;
    private final List<AuditSubjects> subjects;
    private final AuditTrail trail;

    AuditReader(JdbcClient jdbc, List<AuditSubjects> subjects, AuditTrail trail) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.trail = trail;
    }

    /**
     * One deed.
     *
     * @param name of the account or token at that time
     * @param action {@code noun.verb}
     * @param detail of a list: what was asked for
     */
    public record Deed(
            Instant at,
            String name,
            String action,
            @Nullable String detail) {}

    /**
     * The latest first.
     *
     * @param reference of the incident or declaration; empty for the whole trail
     * @param page from 1
     */
    public record Deeds(String reference, int page, List<Deed> deeds, boolean more) {}

    /**
     * @param typed an incident's or declaration's number, as people write it; blank for everything
     * @throws FieldErrors.Invalid when it is no number
     */
    public Deeds page(String typed, int wished, Viewer viewer) {
        var page = Math.clamp(wished, 1, LAST_PAGE);
        var everything = typed.isBlank();
        var reference = PublicReference.parse(typed);
        if (reference.isEmpty() && !everything) {
            FieldErrors.NONE.and("reference", "access.error.reference").throwIfAny();
        }
        var ids = new HashSet<UUID>();
        reference.ifPresent(number -> subjects.forEach(known -> ids.addAll(known.of(number))));
        var shown = reference.map(PublicReference::toString).orElse("");
        var deeds = everything || !ids.isEmpty() ? deeds(ids, page) : List.<Deed>of();
        trail.recordList(viewer, "audit.list", "audit", (shown + " page " + page).strip());
        return new Deeds(shown, page, deeds.stream().limit(PAGE_SIZE).toList(), deeds.size() > PAGE_SIZE);
    }

    private List<Deed> deeds(Set<UUID> ids, int page) {
        return jdbc.sql("select at, name, action, detail from access.audit_trail"
                        + (ids.isEmpty() ? "" : " where subject_id in (:ids)")
                        + " order by at desc, id desc limit :limit offset :offset")
                .param("ids", ids)
                .param("limit", PAGE_SIZE + 1)
                .param("offset", (page - 1) * PAGE_SIZE)
                .query((row, number) -> new Deed(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }
}
