package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.IncomingStore.FileRow;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.files.Password;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files what came by mail. One that answers a mail of ours, or names a number, goes into that conversation, under its sender's address and not
 * under the structure's name: a mail proves nothing. Every other waits for the desk. Its sender is told what became of it, unless it
 * was a machine.
 */
@Service
class MailIn {
    /** What is told to one sender within a day, whatever is sent. */
    static final int ANSWERS_A_DAY = 5;

    private static final String BEFFROI = "Beffroi";
    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\b(BEF|EXE)[\\s.–-]?\\d{4}[\\s.–-]?\\d{6,12}[\\s.–-]?[A-Z]\\b");
    private static final Pattern NOBODY =
            Pattern.compile("(?i)^(no-?reply|ne-?pas-?repondre|mailer-daemon|postmaster)@.*");
    /** Before the address in the name of whoever wrote by mail: read in every language. */
    static final String BY_MAIL = "✉ ";

    private final IncomingStore store;
    private final Attachments attachments;
    private final Correspondence correspondence;
    private final Declarations declarations;
    private final OutboxStore outbox;
    private final MailSettings settings;
    private final Clock clock;

    MailIn(
            IncomingStore store,
            Attachments attachments,
            Correspondence correspondence,
            Declarations declarations,
            OutboxStore outbox,
            Desk desk) {
        this.store = store;
        this.attachments = attachments;
        this.correspondence = correspondence;
        this.declarations = declarations;
        this.outbox = outbox;
        this.settings = desk.settings();
        this.clock = desk.clock();
    }

    /** What the mail room works by. */
    @Component
    record Desk(MailSettings settings, Clock clock) {}

    /** @return whether it was new */
    @Transactional
    boolean take(IncomingMail mail) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var now = clock.instant();
        if (!store.add(id, mail, now)) {
            return false;
        }
        if (mail.bounced() != null) {
            outbox.bounced(mail.bounced(), now);
            end(id, "BOUNCE", null);
            return true;
        }
        var sheet = concerned(mail);
        if (mail.automatic() || NOBODY.matcher(mail.from()).matches()) {
            // That somebody is on holiday is nothing to be worked off; it stays to be looked up.
            end(id, "AUTOMATIC", sheet.map(Sheet::declaration).orElse(null));
            return true;
        }
        keepFiles(id, mail);
        var joined = sheet.isPresent() && join(id, sheet.get());
        answer(id, mail, joined ? sheet.get().reference() : null, now);
        return true;
    }

    private void end(UUID id, String how, @Nullable UUID declaration) {
        store.end(id, how, declaration, clock.instant(), Viewer.system(BEFFROI));
    }

    private void keepFiles(UUID id, IncomingMail mail) {
        int place = 0;
        for (var file : mail.files()) {
            store.addFile(id, place++, attachments.keep(file), Password.fresh());
        }
    }

    private Optional<Sheet> concerned(IncomingMail mail) {
        var beffroi = Viewer.system(BEFFROI);
        return store.declarationOf(mail.answers())
                .or(() -> NUMBER.matcher(mail.subject() + "\n" + mail.text())
                        .results()
                        .flatMap(found -> PublicReference.parse(found.group()).stream())
                        .flatMap(reference -> declarations.find(reference, beffroi).stream())
                        .findFirst())
                .flatMap(declaration -> declarations.sheet(declaration, beffroi));
    }

    /** Puts it into the conversation; where that takes no more, it waits for the desk. */
    boolean join(UUID id, Sheet sheet) {
        var mail = store.find(id).orElseThrow();
        if (sheet.channel().equals("IMPORT") || correspondence.isFull(sheet.declaration())) {
            return false;
        }
        var seat = new Seat(
                sheet, Side.STRUCTURE, Viewer.system(BY_MAIL + (mail.from().isEmpty() ? "?" : mail.from())));
        correspondence.write(
                seat,
                new Draft(
                        words(mail),
                        "mail-" + id,
                        false,
                        Haste.USUAL,
                        store.files(id).stream()
                                .map(FileRow::file)
                                .map(Enclosure::kept)
                                .toList()));
        end(id, "JOINED", sheet.declaration());
        return true;
    }

    /** As much as a message may have; the rest stays with the mail. */
    static String words(IncomingStore.Row mail) {
        var all = (mail.subject().isBlank() ? "" : mail.subject() + "\n\n") + mail.text();
        var more = mail.dropped().isEmpty() ? "" : "\n\n[" + String.join(", ", mail.dropped()) + "]";
        var room = Draft.LONGEST - more.length() - 2;
        var whole = all.isBlank() ? "–" : all;
        var end = whole.codePointCount(0, whole.length()) <= room ? whole.length() : whole.offsetByCodePoints(0, room);
        return whole.substring(0, end) + (end < whole.length() ? " …" : "") + more;
    }

    private void answer(UUID id, IncomingMail mail, @Nullable PublicReference filed, Instant now) {
        var address = mail.from();
        if (address.isBlank()
                || address.equalsIgnoreCase(settings.from())
                || (filed != null && filed.rehearsal())
                || store.answered(address, now.minus(Duration.ofDays(1))) >= ANSWERS_A_DAY) {
            return;
        }
        outbox.add(
                id,
                filed == null ? Notices.Kind.ARRIVED : Notices.Kind.FILED,
                filed,
                new Reach(Way.MAIL, address),
                now);
    }
}
