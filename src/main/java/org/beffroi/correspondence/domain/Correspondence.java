package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.correspondence.MessageWritten;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Conversation.Attached;
import org.beffroi.correspondence.domain.MessageStore.Marks;
import org.beffroi.correspondence.domain.MessageStore.Row;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk and a structure write to each other. Messages are only ever added. */
@Service
@Transactional
public class Correspondence {
    /** What a structure may write within an hour: the secret link is open to whoever holds it. */
    static final int AN_HOUR = 30;

    private static final Marks NONE = new Marks(0, 0);

    private final MessageStore store;
    private final Dispatch dispatch;
    private final Attachments attachments;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Correspondence(
            MessageStore store,
            Dispatch dispatch,
            Attachments attachments,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.dispatch = dispatch;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** To be read now: what is shown is marked as read by this side; {@code unread} tells how many of them were new. */
    public Conversation open(Seat seat) {
        var conversation = glance(seat);
        var declaration = seat.declaration().declaration();
        var upTo = conversation.messages().size();
        if (store.read(declaration, seat.side(), upTo)) {
            var reader = seat.viewer();
            store.addReading(declaration, seat.side(), upTo, clock.instant(), reader.account(), reader.name());
        }
        if (seat.viewer().signedIn()) {
            trail.record(seat.viewer(), "correspondence.read", "declaration", declaration);
        }
        return conversation;
    }

    /** The same for an overview, which nobody has read by seeing it. */
    @Transactional(readOnly = true)
    public Conversation glance(Seat seat) {
        var declaration = seat.declaration();
        var rows = store.of(declaration.declaration());
        var marks = store.marks(declaration.declaration()).orElse(NONE);
        var files = attachments.of(declaration.declaration());
        // How far the notices have come is the desk's affair: who reads here has no need of one.
        var deliveries = seat.side() == Side.DESK ? dispatch.of(declaration.declaration()) : Map.<UUID, Delivery>of();
        return new Conversation(
                declaration.reference(),
                declaration.structure().name(),
                declaration.answers().one("name").orElse(null),
                declaration.verified(),
                seat.side() == Side.DESK ? dispatch.toCall(declaration).orElse(null) : null,
                store.timing(declaration.declaration()),
                rows.stream()
                        .map(row -> message(
                                row, seat, marks, deliveries.get(row.id()), files.getOrDefault(row.id(), List.of())))
                        .toList(),
                unread(rows, seat.side(), marks));
    }

    /** @param number counts from 1 within the conversation */
    public record Written(int number, boolean isNew) {}

    /**
     * Sends a message to the other side.
     *
     * @return its number there, and whether it was new: under a known key it was sent before
     * @throws org.beffroi.shared.FieldErrors.Invalid with all that is wrong
     * @throws Refusal of kind CONFLICT when the key was used for other words, or nobody is there to read it
     */
    public Written write(Seat seat, Draft draft) {
        return write(seat, draft, Optional.empty());
    }

    /** @param other who is told of it instead of whoever declared */
    Written write(Seat seat, Draft draft, Optional<Reach> other) {
        draft.check().throwIfAny();
        var sheet = seat.declaration();
        if (sheet.channel().equals("IMPORT")) {
            throw Refusal.conflict("correspondence.refused.import");
        }
        store.hold(sheet.declaration(), sheet.world().isRehearsal());
        var rows = store.of(sheet.declaration());
        var same = rows.stream()
                .filter(row -> row.side() == seat.side() && row.key().equals(draft.key()))
                .findFirst();
        if (same.isPresent()) {
            if (!same.get().text().equals(draft.text())) {
                throw Refusal.conflict("correspondence.refused.key");
            }
            return new Written(same.get().number(), false);
        }
        if (seat.side() == Side.STRUCTURE && isFull(rows)) {
            throw Refusal.conflict("correspondence.refused.many", AN_HOUR);
        }
        add(seat, draft, rows, other);
        return new Written(rows.size() + 1, true);
    }

    /** Whether the structure's side has written as much as it may within the hour. */
    @Transactional(readOnly = true)
    boolean isFull(UUID declaration) {
        return isFull(store.of(declaration));
    }

    private boolean isFull(List<Row> rows) {
        var lastHour = clock.instant().minus(Duration.ofHours(1));
        return rows.stream()
                        .filter(row ->
                                row.side() == Side.STRUCTURE && row.writtenAt().isAfter(lastHour))
                        .count()
                >= AN_HOUR;
    }

    private void add(Seat seat, Draft draft, List<Row> before, Optional<Reach> other) {
        var sheet = seat.declaration();
        var viewer = seat.viewer();
        var message = new Row(
                UuidCreator.getTimeOrderedEpoch(),
                sheet.declaration(),
                before.size() + 1,
                clock.instant(),
                seat.side(),
                viewer.account(),
                viewer.name(),
                draft.text(),
                draft.key());
        store.add(message, draft.awaits());
        attachments.add(message.id(), draft.enclosures());
        if (seat.side() == Side.DESK && mayTell(sheet, draft, before)) {
            var timing = draft.haste().with(store.timing(sheet.declaration()));
            dispatch.tell(message.id(), sheet, other, timing, message.writtenAt());
        }
        events.publishEvent(new MessageWritten(
                sheet.declaration(), sheet.world(), message.writtenAt(), seat.side(), isFirst(seat.side(), before)));
        trail.record(viewer, "correspondence.write", "declaration", sheet.declaration());
    }

    /** Anybody may type anybody's address: by itself Beffroi writes to none that neither the structure nor somebody of the desk stands for. */
    private static boolean mayTell(Sheet sheet, Draft draft, List<Row> before) {
        return draft.haste() != Haste.UNHURRIED
                || sheet.verified()
                || before.stream()
                        .anyMatch(row -> row.side() == Side.DESK && !row.name().equals(OwnWords.BEFFROI));
    }

    /** A structure that writes unasked has not answered yet. */
    private static boolean isFirst(Side side, List<Row> before) {
        var asked = before.stream().filter(row -> row.side() == Side.DESK).findFirst();
        return side == Side.DESK
                ? asked.isEmpty()
                : asked.isPresent()
                        && before.stream()
                                .noneMatch(row -> row.side() == Side.STRUCTURE
                                        && row.number() > asked.get().number());
    }

    private static int unread(List<Row> rows, Side reader, Marks marks) {
        return Math.toIntExact(rows.stream()
                .filter(row -> row.side() != reader && row.number() > marks.of(reader))
                .count());
    }

    private static Conversation.Message message(
            Row row, Seat seat, Marks marks, @Nullable Delivery delivery, List<Attached> files) {
        var reader = row.side() == Side.DESK ? Side.STRUCTURE : Side.DESK;
        return new Conversation.Message(
                row.number(),
                row.writtenAt(),
                row.side(),
                named(row, seat),
                row.text(),
                files,
                isStranger(row.name(), seat),
                marks.of(reader) >= row.number(),
                delivery);
    }

    private static boolean isStranger(String name, Seat seat) {
        var answers = seat.declaration().answers();
        return name.startsWith(MailIn.BY_MAIL)
                && List.of("email", "outOfBand").stream()
                        .flatMap(question -> answers.one(question).stream())
                        .noneMatch(said -> said.toLowerCase(Locale.ROOT)
                                .contains(
                                        name.substring(MailIn.BY_MAIL.length()).toLowerCase(Locale.ROOT)));
    }

    /** Who at the desk wrote is the desk's own affair. */
    private static @Nullable String named(Row row, Seat seat) {
        var hidden = row.name().isEmpty() || (row.side() == Side.DESK && seat.side() == Side.STRUCTURE);
        return hidden ? null : Objects.requireNonNull(row.name());
    }
}
