package org.beffroi.incident.rota.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Colleague;
import org.beffroi.access.Colleagues;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.OnDuty.Answerer;
import org.beffroi.incident.rota.domain.RotaShift.RotaTurn;
import org.beffroi.incident.rota.domain.RotaShift.When;
import org.beffroi.incident.rota.domain.RotaStore.Turn;
import org.beffroi.incident.rota.domain.RotaWeek.RotaDay;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading who is on duty and on call. Everybody at the desk sees it; nobody else does. */
@Service
@Transactional
public class Rota {
    public static final int MOST_WEEKS = 4;

    private static final int YEARS = 3;

    private final RotaStore store;
    private final Colleagues colleagues;
    private final Hours hours;
    private final AuditTrail trail;
    private final Clock clock;

    Rota(RotaStore store, Colleagues colleagues, Hours hours, AuditTrail trail, Clock clock) {
        this.store = store;
        this.colleagues = colleagues;
        this.hours = hours;
        this.trail = trail;
        this.clock = clock;
    }

    /** In Paris. */
    public LocalDate today() {
        return clock.instant().atZone(Paris.ZONE).toLocalDate();
    }

    /**
     * @param from any day of the first week; null: this one
     * @param count how many weeks, at most {@value #MOST_WEEKS}
     */
    public List<RotaWeek> weeks(@Nullable LocalDate from, int count, Viewer viewer) {
        requireDesk(viewer);
        var monday = Slot.monday(within(from == null ? today() : from));
        int weeks = Math.clamp(count, 1, MOST_WEEKS);
        trail.recordList(viewer, "rota.list", "rota", monday + ", " + weeks);
        var here = here();
        var turns = store.between(monday, monday.plusWeeks(weeks)).stream().collect(Collectors.groupingBy(Turn::slot));
        var versions = store.versions(monday, monday.plusWeeks(weeks));
        return IntStream.range(0, weeks)
                .mapToObj(monday::plusWeeks)
                .map(first -> new RotaWeek(
                        first,
                        versions.getOrDefault(first, 0),
                        IntStream.range(0, 7)
                                .mapToObj(first::plusDays)
                                .map(day -> day(day, turns, here))
                                .toList()))
                .toList();
    }

    /** Nobody plans beyond; and no day is so far away that it cannot be reckoned with. */
    private LocalDate within(LocalDate day) {
        var first = today().minusYears(YEARS);
        var last = today().plusYears(YEARS);
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    private RotaDay day(LocalDate day, Map<Slot, List<Turn>> turns, Map<UUID, Colleague> here) {
        var hoursOfDay = new Slot(day, Part.DAY);
        var night = new Slot(day, Part.NIGHT);
        return new RotaDay(
                day,
                hours.isWorkingDay(day),
                shift(hoursOfDay, turns.getOrDefault(hoursOfDay, List.of()), here),
                shift(night, turns.getOrDefault(night, List.of()), here));
    }

    private Map<UUID, Colleague> here() {
        return colleagues.all().stream().collect(Collectors.toMap(Colleague::account, Function.identity()));
    }

    private RotaShift shift(Slot slot, List<Turn> turns, Map<UUID, Colleague> here) {
        var now = hours.at(clock.instant());
        return new RotaShift(
                slot.toString(),
                slot.day(),
                slot.part(),
                hours.begins(slot),
                hours.ends(slot),
                hours.isOpen(slot),
                slot.equals(now) ? When.NOW : slot.compareTo(now) < 0 ? When.PAST : When.COMING,
                turn(1, turns, here),
                turn(2, turns, here));
    }

    /** Under the name that they bear now; who is gone, under the one they had. */
    private static @Nullable RotaTurn turn(int rank, List<Turn> turns, Map<UUID, Colleague> here) {
        return turns.stream()
                .filter(turn -> turn.rank() == rank)
                .map(turn -> {
                    var known = here.get(turn.account());
                    return new RotaTurn(
                            rank, turn.account(), known == null ? turn.name() : known.name(), known == null);
                })
                .findFirst()
                .orElse(null);
    }

    /** Who answers now, and whether somebody will tonight. Not written down: it stands above every look at the queue. */
    @Transactional(readOnly = true)
    public OnDuty now(Viewer viewer) {
        requireDesk(viewer);
        return now();
    }

    OnDuty now() {
        var now = hours.at(clock.instant());
        var here = here();
        var shift = shift(now, store.of(now), here);
        var tonight = hours.onCallFrom(now);
        var onCall = tonight.equals(now) ? shift : shift(tonight, store.of(tonight), here);
        var people = shift.there().stream()
                .flatMap(turn -> Stream.ofNullable(here.get(turn.account()))
                        .map(who -> new Answerer(turn.rank(), who.name(), who.phone())))
                .toList();
        return new OnDuty(shift, people, onCall.isHole() ? onCall : null);
    }

    /** Those who would be called in the slot that is on; while the desk is open, in the next one. The first first. */
    List<Colleague> onCall(Instant at) {
        var slot = hours.onCallFrom(hours.at(at));
        return store.of(slot).stream()
                .flatMap(turn -> colleagues.find(turn.account()).stream())
                .toList();
    }

    /** Whether people sit at the desk. */
    boolean isOpen(Instant at) {
        return hours.isOpen(hours.at(at));
    }

    /** Slots between now and then in which nobody is on call. */
    List<RotaShift> holes(Instant until) {
        var here = here();
        return Stream.iterate(
                        hours.at(clock.instant()), slot -> hours.begins(slot).isBefore(until), Slot::next)
                .filter(slot -> !hours.isOpen(slot))
                .map(slot -> shift(slot, store.of(slot), here))
                .filter(RotaShift::isHole)
                .toList();
    }

    /** One's own turn. */
    public record OwnTurn(String slot, Instant from, Instant to, boolean open, int rank) {}

    /** From a month ago on, in order. */
    @Transactional(readOnly = true)
    public List<OwnTurn> own(Viewer viewer) {
        requireDesk(viewer);
        return Stream.ofNullable(viewer.account())
                .flatMap(account -> store.of(account, today().minusMonths(1)).stream())
                .map(turn -> new OwnTurn(
                        turn.slot().toString(),
                        hours.begins(turn.slot()),
                        hours.ends(turn.slot()),
                        hours.isOpen(turn.slot()),
                        turn.rank()))
                .toList();
    }

    static void requireDesk(Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw Refusal.notFound("incident.rota.refused.unknown");
        }
    }
}
