package org.beffroi.incident.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.incident.Conclusion;
import org.jspecify.annotations.Nullable;

/** Eighteen months of ordinary incidents, all over by now, each drawn from its cause's profile. */
final class Chronicle {
    private static final int DAYS_AGO = 7;
    private static final List<String> REASONS = List.of(
            "NO_TIME",
            "NO_TIME",
            "NO_SKILL",
            "NO_SKILL",
            "NO_MONEY",
            "NO_TRACES",
            "TRACES_LOST",
            "HELD_BY_PROVIDER",
            "INCONCLUSIVE");

    private final Stage stage;
    private final Cast cast;
    private final Bank bank;
    private final Dice dice;
    private final Calendar calendar;
    private final Instant end;

    /** @param end nothing happens later */
    Chronicle(Stage stage, Cast cast, Bank bank, Dice dice, Calendar calendar, Instant end) {
        this.stage = stage;
        this.cast = cast;
        this.bank = bank;
        this.dice = dice;
        this.calendar = calendar;
        this.end = end;
    }

    /** A case under way: what it really is, and until when it has been written. */
    private final class Course {
        final Episode one;
        final Profile profile;
        final Draft draft;
        final Viewer desk = cast.somebodyAtTheDesk(dice);
        Instant at;

        Course(Episode one, Profile profile, Draft draft, Instant declaredAt) {
            this.one = one;
            this.profile = profile;
            this.draft = draft;
            this.at = declaredAt;
        }

        /** Later by so much, or as much as there is time. */
        void after(Duration pause, Consumer<Episode> deed) {
            at = at.plus(pause).isBefore(end)
                    ? at.plus(pause)
                    : at.plus(Duration.between(at, end).dividedBy(8));
            one.then(at, deed);
        }

        void pass(Duration pause) {
            after(pause, nobody -> {});
        }

        boolean hasTime(Duration pause) {
            return at.plus(pause).isBefore(end);
        }
    }

    /** @param key tells it from all others */
    Episode ordinary(String key) {
        var profile = dice.weighted(bank.causes, Profile::weight);
        var structure = cast.anyStructure(dice);
        var found = calendar.moment(dice, DAYS_AGO);
        var declared = declared(found);
        var inScope = !dice.chance(10);
        var draft = inScope ? Draft.of(profile, dice) : Draft.outOfScope();
        var text = dice.pick(inScope ? profile.texts() : bank.outOfScope);
        var answers = draft.fill(Answers.NONE, profile, dice)
                .with("structure", String.valueOf(structure.finess()))
                .with("name", bank.words.person(dice))
                .with("function", dice.pick(bank.words.functions()))
                .with("phone", Words.mobile(dice))
                .with("foundAt", found.toString())
                .with("description", text);
        var one = new Episode(key, structure, cast.declarantOf(structure), found, answers);
        var course = new Course(one, profile, draft, declared);
        begin(course, declared);
        if (inScope) {
            treat(course);
        } else {
            dismiss(course);
        }
        return one;
    }

    private Instant declared(Instant found) {
        var declared = found.plus(Calendar.delay(dice));
        return declared.isBefore(end.minus(Duration.ofDays(3))) ? declared : found.plus(Duration.ofHours(1));
    }

    /** By the structure's account, as a guest who is called back, or by telephone, e-mail or paper, which the desk writes down. */
    private void begin(Course course, Instant declared) {
        int roll = dice.below(100);
        var channel = roll < 6 ? "TELEPHONE" : roll < 10 ? "EMAIL" : roll < 12 ? "PAPER" : "WEB";
        if (!channel.equals("WEB")) {
            course.after(dice.minutes(5, 50), stage.declare(course.desk, channel, declared));
            course.after(dice.minutes(5, 90), stage.verify(course.desk));
        } else if (roll < 55) {
            course.after(Duration.ZERO, stage.declare(Viewer.guest(), channel, declared));
            if (roll > 13) {
                course.after(dice.minutes(8, 240), stage.verify(course.desk));
            }
        } else {
            course.after(Duration.ZERO, stage.declare(course.one.declarant, channel, declared));
        }
    }

    private void dismiss(Course course) {
        course.after(dice.minutes(20, 600), stage.take(course.desk));
        course.after(dice.minutes(5, 60), stage.triage(Draft.notForTheDesk(), course.desk));
        course.after(dice.minutes(2, 20), stage.close(Conclusion.of("OUT_OF_SCOPE"), course.desk));
    }

    private void treat(Course course) {
        course.after(course.draft.urgent() ? dice.minutes(5, 60) : dice.minutes(30, 900), stage.take(course.desk));
        course.after(dice.minutes(10, 120), stage.triage(course.draft.judged(course.profile), course.desk));
        notes(course);
        if (!course.draft.resolved() && dice.chance(12)) {
            worsen(course);
        }
        if (!course.draft.causeKnown() && dice.chance(55)) {
            course.after(dice.hours(6, 70), stage.amend(course.draft.discover(course.profile)));
            course.after(dice.hours(1, 20), stage.triage(course.draft.judged(course.profile), course.desk));
        }
        if (dice.chance(5)) {
            fallSilent(course);
            return;
        }
        var days = course.profile.days();
        course.pass(dice.hours(2 + 24 * days.get(0), 12 + 24 * days.get(1)));
        finish(course);
        if (dice.chance(3) && course.hasTime(Duration.ofDays(60))) {
            reopen(course);
        }
        if (dice.chance(course.draft.causeKnown() ? 4 : 60)) {
            requalify(course);
        }
    }

    private void notes(Course course) {
        for (int i = dice.below(3); i > 0; i--) {
            course.after(dice.minutes(20, 900), stage.note(dice.pick(bank.words.notes()), course.desk));
        }
    }

    private void worsen(Course course) {
        course.after(dice.hours(1, 30), stage.amend(course.draft.worsen()));
        course.after(dice.minutes(10, 200), stage.note(dice.pick(bank.words.worse()), course.desk));
        course.after(dice.minutes(5, 60), stage.triage(course.draft.judged(course.profile), course.desk));
    }

    private void fallSilent(Course course) {
        course.after(dice.hours(24, 90), stage.note(dice.pick(bank.words.silence()), course.desk));
        course.after(dice.hours(48, 200), stage.note(dice.pick(bank.words.silence()), course.desk));
        course.after(dice.hours(24, 200), stage.close(conclusion(course, "UNRESOLVED", "NO_ANSWER"), course.desk));
    }

    private void finish(Course course) {
        var resolvedAt = course.draft.resolved() ? course.one.foundAt.plus(dice.minutes(1, 9)) : course.at;
        course.after(dice.minutes(20, 600), stage.resolve(resolvedAt, course.desk));
        var outcome = dice.chance(97) ? "RESOLVED" : "FALSE_ALARM";
        course.after(dice.hours(12, 300), stage.close(conclusion(course, outcome, dice.pick(REASONS)), course.desk));
    }

    private Conclusion conclusion(Course course, String outcome, String reason) {
        var entry = entry(course);
        if (entry == null || !Conclusion.of(outcome).treated()) {
            return Conclusion.of(outcome);
        }
        return !reason.equals("NO_ANSWER") && dice.chance(38)
                ? new Conclusion(outcome, "FOUND", entry, null)
                : new Conclusion(outcome, "NOT_FOUND", null, reason);
    }

    private static @Nullable String entry(Course course) {
        return course.draft.causeKnown() ? course.profile.entry() : null;
    }

    private void reopen(Course course) {
        course.after(dice.hours(30, 400), stage.reopen(dice.pick(bank.words.reopened()), course.desk));
        course.pass(dice.hours(20, 60));
        finish(course);
    }

    /** Causes are found weeks later, or found to have been others: figures of the past change from that day on. */
    private void requalify(Course course) {
        var pause = dice.hours(24 * 12, 24 * 70);
        if (course.hasTime(pause)) {
            course.after(pause, stage.note(dice.pick(bank.words.found()), course.desk));
            course.draft.requalify(course.profile);
            course.after(dice.minutes(2, 30), stage.triage(course.draft.judged(course.profile), course.desk));
        }
    }
}
