package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.ToldByMail;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.shared.LaterBody;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the desk: mails that are in no conversation and no declaration yet. */
@Service
@Transactional
public class MailRoom implements ToldByMail {
    private static final int SHOWN = 100;
    private static final int LONGEST_WORDS = 19_000;

    private final IncomingStore store;
    private final MailIn mails;
    private final Files files;
    private final Declarations declarations;
    private final AuditTrail trail;
    private final Clock clock;

    MailRoom(IncomingStore store, MailIn mails, Files files, Declarations declarations, AuditTrail trail, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.files = files;
        this.declarations = declarations;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A mail that waits, or waited.
     *
     * @param from as the mail says itself: nothing in it is proven
     * @param dropped names of files that were too many or too large
     * @param ended what became of it; null: it waits
     */
    public record Mail(
            UUID id,
            Instant sentAt,
            String from,
            String name,
            String subject,
            String text,
            List<MailFile> files,
            List<String> dropped,
            @Nullable String ended) {}

    /** @param password of the archive in which it is given out */
    public record MailFile(UUID id, String name, long length, String password) {}

    /** The longest wait first. */
    public List<Mail> waiting(Viewer viewer) {
        var all = viewer.atTheDesk()
                ? store.waiting(SHOWN).stream().map(this::mail).toList()
                : List.<Mail>of();
        trail.recordList(viewer, "correspondence.mails", "mail", String.valueOf(all.size()));
        return all;
    }

    public Mail one(UUID id, Viewer viewer) {
        var mail = mail(require(id, viewer));
        trail.record(viewer, "correspondence.mail", "mail", id);
        return mail;
    }

    private IncomingStore.Row require(UUID id, Viewer viewer) {
        return store.find(id)
                .filter(mail -> viewer.atTheDesk())
                .orElseThrow(() -> Refusal.notFound("correspondence.refused.mail"));
    }

    private Mail mail(IncomingStore.Row row) {
        var came = store.files(row.id());
        Map<UUID, KeptFile> kept =
                files.of(came.stream().map(IncomingStore.FileRow::file).toList());
        return new Mail(
                row.id(),
                row.sentAt(),
                row.from(),
                row.name(),
                row.subject(),
                row.text(),
                came.stream()
                        .flatMap(file -> Optional.ofNullable(kept.get(file.file())).stream()
                                .map(known -> new MailFile(known.id(), known.name(), known.length(), file.password())))
                        .toList(),
                row.dropped(),
                row.ended());
    }

    /** It belongs to a declaration that is there. */
    public void join(UUID id, String typed, Viewer by) {
        var mail = require(id, by);
        checkWaits(mail);
        var sheet = PublicReference.parse(typed)
                .flatMap(reference -> declarations.find(reference, by))
                .flatMap(declaration -> declarations.sheet(declaration, by))
                .orElseThrow(() -> Refusal.invalid("correspondence.error.mail-reference"));
        if (!mails.join(id, sheet)) {
            throw Refusal.conflict("correspondence.refused.many", Correspondence.AN_HOUR);
        }
        trail.record(by, "correspondence.mail-joined", "declaration", sheet.declaration());
    }

    /** It is nothing for us. It stays to be looked up. */
    public void dismiss(UUID id, Viewer by) {
        checkWaits(require(id, by));
        store.end(id, "DISMISSED", null, clock.instant(), by);
        trail.record(by, "correspondence.mail-dismissed", "mail", id);
    }

    private static void checkWaits(IncomingStore.Row mail) {
        if (mail.ended() != null) {
            throw Refusal.conflict("correspondence.refused.mail-ended");
        }
    }

    /** @param name of the file; {@code body} in its archive */
    public record Given(String name, LaterBody body) {}

    public Given file(UUID id, UUID file, Viewer viewer) {
        require(id, viewer);
        var came = store.files(id).stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("files.refused.unknown"));
        var kept = files.of(List.of(file)).get(file);
        if (kept == null || !kept.readable()) {
            throw Refusal.conflict("files.refused.not-whole");
        }
        trail.record(viewer, "correspondence.file", "mail", id);
        return new Given(kept.name(), to -> files.archive(file, came.password(), to));
    }

    @Override
    public Optional<Begun> begin(UUID mail, Viewer viewer) {
        return store.find(mail)
                .filter(row -> viewer.atTheDesk() && row.ended() == null)
                .map(row -> {
                    var words = (row.subject() + "\n\n" + row.text()).strip();
                    return new Begun(
                            row.from(),
                            row.name(),
                            words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                            row.sentAt());
                });
    }

    /** Its words become the conversation's first, with what came along: nothing that was written to us is lost on the way into the form. */
    @Override
    public void became(UUID mail, UUID declaration, Viewer by) {
        store.find(mail).filter(row -> by.atTheDesk() && row.ended() == null).ifPresent(row -> {
            declarations.sheet(declaration, by).ifPresent(sheet -> mails.join(mail, sheet));
            store.declared(mail);
        });
    }
}
