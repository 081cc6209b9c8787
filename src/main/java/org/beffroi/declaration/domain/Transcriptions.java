package org.beffroi.declaration.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.ToldByMail;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was told to the desk by telephone, by e-mail or on paper: taken down there, it was declared when it was said. */
@Service
public class Transcriptions {
    /** Codes of the vocabulary {@code channel}. */
    public static final List<String> CHANNELS = List.of("TELEPHONE", "EMAIL", "PAPER");

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int LONGEST = 500;

    private final DeclarationDesk desk;
    private final DeclarationForm form;
    private final VersionStore store;
    private final Optional<ToldByMail> mails;
    private final Clock clock;

    Transcriptions(
            DeclarationDesk desk, DeclarationForm form, VersionStore store, Optional<ToldByMail> mails, Clock clock) {
        this.mails = mails;
        this.desk = desk;
        this.form = form;
        this.store = store;
        this.clock = clock;
    }

    /**
     * How and when it was told, as it was typed.
     *
     * @param channel one of {@link #CHANNELS}
     * @param saidAt date and hour, in {@code saidZone} if it names no offset
     * @param saidWhy needed only where it was said before the incident was found
     * @param mail the mail that told it, where that came in here; null: another way
     */
    public record Told(
            String channel,
            String saidAt,
            String saidZone,
            String saidWhy,
            @Nullable UUID mail) {
        public Told(String channel, String saidAt, String saidZone, String saidWhy) {
            this(channel, saidAt, saidZone, saidWhy, null);
        }
    }

    /** What a mail says that is no declaration yet; empty when there is no such mail. */
    public Optional<ToldByMail.Begun> begun(UUID mail, Viewer viewer) {
        return mails.flatMap(known -> known.begin(mail, viewer));
    }

    /** What could be read of {@link Told}; {@code errors} name its fields. */
    private record Heard(@Nullable Instant saidAt, @Nullable String why, FieldErrors errors) {}

    /** Everything that would be refused, of the answers too; {@code already} is what the page itself found wrong. */
    public FieldErrors check(Told told, Answers answers, FieldErrors already) {
        return form.check(answers, hear(told, answers, already).errors());
    }

    /**
     * @param key as {@link Submission#idempotencyKey}
     * @throws FieldErrors.Invalid with all that is wrong
     * @throws Refusal of kind CONFLICT when the viewer is not of the desk, or the key was used for something else
     */
    public Receipt take(Told told, Answers answers, String key, Viewer by) {
        return take(told, answers, key, World.NATIONAL, by);
    }

    /** @param world a rehearsal's, or the national one */
    public Receipt take(Told told, Answers answers, String key, World world, Viewer by) {
        if (!by.atTheDesk()) {
            throw Refusal.conflict("declaration.error.desk-only");
        }
        var heard = hear(told, answers, FieldErrors.NONE);
        form.check(answers, heard.errors()).throwIfAny();
        var submission = new Submission(answers, told.channel(), world, heard.saidAt(), key, null);
        var receipt = desk.submit(submission, by, declaration -> store.transcribed(declaration, by, heard.why()));
        // Afterwards: a declaration is safe even if its mail cannot be filed. That one then still waits, and says so.
        var mail = told.mail();
        if (mail != null) {
            mails.ifPresent(known -> known.became(mail, receipt.declaration(), by));
        }
        return receipt;
    }

    private Heard hear(Told told, Answers answers, FieldErrors already) {
        var errors = already;
        if (!CHANNELS.contains(told.channel())) {
            errors = errors.and("channel", "declaration.error.not-in-list", CleanText.shortened(told.channel()));
        }
        var why = CleanText.of(told.saidWhy()).orElse("");
        if (why.length() > LONGEST) {
            errors = errors.and("saidWhy", "declaration.error.too-long", LONGEST, why.length());
        }
        var zone = told.saidZone().isBlank() ? Optional.of(Paris.ZONE) : Times.zone(told.saidZone());
        if (zone.isEmpty()) {
            return new Heard(null, null, errors.and("saidZone", "declaration.error.zone"));
        }
        var now = clock.instant();
        var said = Times.read(told.saidAt(), zone.get());
        if (said.isEmpty()) {
            var key = told.saidAt().isBlank() ? "declaration.error.missing.saidAt" : "declaration.error.date";
            return new Heard(null, null, errors.and("saidAt", key));
        }
        var at = said.get().isAfter(now) && !said.get().isAfter(now.plus(CLOCKS_DIFFER)) ? now : said.get();
        return new Heard(at, why.isEmpty() ? null : why, inOrder(at, now, why, answers, errors));
    }

    private FieldErrors inOrder(Instant said, Instant now, String why, Answers answers, FieldErrors errors) {
        if (said.isAfter(now)) {
            return errors.and("saidAt", "declaration.error.future");
        }
        var found = form.read(Submission.now(answers, "WEB", "not-sent"), now)
                .answers()
                .one("foundAt")
                .map(Instant::parse);
        return found.isPresent() && said.isBefore(found.get()) && why.isEmpty()
                ? errors.and("saidWhy", "declaration.error.said-before-found", said, found.get())
                : errors;
    }
}
