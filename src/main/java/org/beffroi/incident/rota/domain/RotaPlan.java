package org.beffroi.incident.rota.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Colleague;
import org.beffroi.access.Colleagues;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.RotaStore.Turn;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planning who is on duty and on call: for leads. What is over stays as it was. */
@Service
@Transactional
public class RotaPlan {
    /** As many as four weeks have. */
    static final int MOST = 2 * 7 * Rota.MOST_WEEKS;

    private final RotaStore store;
    private final Colleagues colleagues;
    private final Hours hours;
    private final AuditTrail trail;
    private final Clock clock;

    RotaPlan(RotaStore store, Colleagues colleagues, Hours hours, AuditTrail trail, Clock clock) {
        this.store = store;
        this.colleagues = colleagues;
        this.hours = hours;
        this.trail = trail;
        this.clock = clock;
    }

    /** Which slots of a week are meant at once. */
    public enum Which {
        /** Nights, and the days on which the desk is closed. */
        ON_CALL,
        /** The desk's hours on working days. */
        DUTY,
        /** Both. */
        ALL
    }

    /** The slots of a week that are not over. */
    public List<String> slots(LocalDate day, Which which) {
        var now = hours.at(clock.instant());
        if (!isNear(day, now)) {
            return List.of();
        }
        var monday = Slot.monday(day);
        return Stream.iterate(new Slot(monday, Part.DAY), Slot::next)
                .limit(14)
                .filter(slot -> slot.compareTo(now) >= 0)
                .filter(slot -> which == Which.ALL || hours.isOpen(slot) == (which == Which.DUTY))
                .map(Slot::toString)
                .toList();
    }

    /** No day is so far away that it cannot be reckoned with. */
    private static boolean isNear(LocalDate day, Slot now) {
        return day.isBefore(now.day().plusYears(1)) && day.isAfter(now.day().minusYears(1));
    }

    /**
     * Puts somebody down, or nobody.
     *
     * @param written slots as {@code 2026-11-23/NIGHT}
     * @param rank 1 or 2
     * @param email by which the colleague signs in; blank: nobody
     * @param seen the versions of weeks on which this was decided, by Monday; one that is missing is not compared
     */
    public void put(List<String> written, int rank, String email, Map<LocalDate, Integer> seen, Viewer by) {
        requireLead(by);
        var slots = slots(written);
        var who = email.isBlank() ? null : colleague(email);
        if (rank != 1 && rank != 2) {
            FieldErrors.NONE.and("rank", "incident.rota.error.rank").throwIfAny();
        }
        var now = hold(slots, seen);
        if (who != null) {
            slots.forEach(slot -> checkOther(slot, rank, who));
        }
        slots.forEach(slot -> write(slot, rank, who, now, by));
        done("rota.put", slots, "%d %s".formatted(rank, who == null ? "–" : who.name()), now, by);
    }

    private void checkOther(Slot slot, int rank, Colleague who) {
        if (store.of(slot).stream()
                .anyMatch(turn -> turn.rank() != rank && turn.account().equals(who.account()))) {
            throw Refusal.conflict("incident.rota.refused.both", who.name(), slot.day(), partOf(slot));
        }
    }

    private static int partOf(Slot slot) {
        return slot.part() == Part.DAY ? 0 : 1;
    }

    private void write(Slot slot, int rank, @Nullable Colleague who, Instant now, Viewer by) {
        store.end(slot, rank, now, by);
        if (who != null) {
            store.begin(new Turn(slot, rank, who.account(), who.name()), now, by);
        }
    }

    /** Those of one slot take the other, both ranks; it may lie in another week. */
    public void swap(List<String> written, Map<LocalDate, Integer> seen, Viewer by) {
        requireLead(by);
        var slots = slots(written);
        if (slots.size() != 2) {
            FieldErrors.NONE.and("slot", "incident.rota.error.two").throwIfAny();
        }
        var now = hold(slots, seen);
        var turns = slots.stream().collect(Collectors.toMap(slot -> slot, store::of));
        for (int i = 0; i < 2; i++) {
            var to = slots.get(1 - i);
            replace(to, Objects.requireNonNull(turns.get(slots.get(i))), now, by);
        }
        done("rota.swap", slots, "", now, by);
    }

    private void replace(Slot to, List<Turn> turns, Instant now, Viewer by) {
        store.end(to, 1, now, by);
        store.end(to, 2, now, by);
        turns.forEach(turn -> store.begin(new Turn(to, turn.rank(), turn.account(), turn.name()), now, by));
    }

    /** What the week before has is planned for this one too; where that has nobody, what is planned stays. */
    public void copy(LocalDate day, Map<LocalDate, Integer> seen, Viewer by) {
        requireLead(by);
        var slots = slots(slots(day, Which.ALL));
        var now = hold(slots, seen);
        var copied = new ArrayList<Slot>();
        for (var slot : slots) {
            var before = store.of(slot.weekBefore());
            if (!before.isEmpty()) {
                replace(slot, before, now, by);
                copied.add(slot);
            }
        }
        if (copied.isEmpty()) {
            throw Refusal.conflict("incident.rota.refused.nothing-before");
        }
        done("rota.copy", copied, "", now, by);
    }

    /** In order, each once. */
    private List<Slot> slots(List<String> written) {
        var slots = new TreeSet<Slot>();
        var now = hours.at(clock.instant());
        for (var one : written) {
            var slot = Slot.parse(one).filter(found -> isNear(found.day(), now));
            if (slot.isEmpty()) {
                FieldErrors.NONE.and("slot", "incident.rota.error.slot", one).throwIfAny();
            }
            slots.add(slot.orElseThrow());
        }
        if (slots.isEmpty()) {
            FieldErrors.NONE.and("slot", "incident.rota.error.none").throwIfAny();
        }
        if (slots.size() > MOST) {
            FieldErrors.NONE.and("slot", "incident.rota.error.many", MOST).throwIfAny();
        }
        if (slots.first().compareTo(now) < 0) {
            throw Refusal.conflict("incident.rota.refused.over", slots.first().day());
        }
        return List.copyOf(slots);
    }

    private Colleague colleague(String email) {
        var found = colleagues.all().stream()
                .filter(one -> one.email().equalsIgnoreCase(email.strip()))
                .findFirst();
        if (found.isEmpty()) {
            FieldErrors.NONE.and("person", "incident.error.assignee").throwIfAny();
        }
        return found.orElseThrow();
    }

    /** Weeks are held in order, so that two who plan the same ones never wait for each other. */
    private Instant hold(List<Slot> slots, Map<LocalDate, Integer> seen) {
        for (var monday : mondays(slots)) {
            var seal = store.lock(monday);
            var known = seen.get(monday);
            if (known != null && known != seal.version()) {
                throw Refusal.conflict(
                        "incident.rota.refused.changed",
                        Objects.requireNonNullElse(seal.changedBy(), ""),
                        Objects.requireNonNullElse(seal.changedAt(), clock.instant()));
            }
        }
        return clock.instant();
    }

    private static Set<LocalDate> mondays(List<Slot> slots) {
        return slots.stream().map(Slot::monday).collect(Collectors.toCollection(TreeSet::new));
    }

    private void done(String deed, List<Slot> slots, String who, Instant now, Viewer by) {
        mondays(slots).forEach(monday -> store.changed(monday, now, by));
        var which = slots.size() > 2
                ? "%s – %s (%d)".formatted(slots.getFirst(), slots.getLast(), slots.size())
                : slots.stream().map(Slot::toString).collect(Collectors.joining(", "));
        trail.recordList(by, deed, "rota", (which + " " + who).strip());
    }

    private static void requireLead(Viewer by) {
        if (!by.is(Role.LEAD)) {
            throw Refusal.notFound("incident.rota.refused.unknown");
        }
    }
}
