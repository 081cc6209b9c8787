package org.beffroi.incident.rota.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Colleague;
import org.beffroi.access.Colleagues;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.incident.CallMade;
import org.beffroi.incident.rota.domain.AlarmStore.News;
import org.beffroi.incident.rota.domain.CallStore.Live;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls whoever is on call, out of hours, for what has become major. What is to be done is read from the rows each time: a house that was away
 * goes on where it stood, and several nodes do nothing twice. One call goes on at a time in each world: what comes meanwhile is added to it, so
 * that a wave of three hundred wakes nobody three hundred times.
 */
@Service
@Transactional
class CallDesk {
    /** How many are looked at in one transaction. */
    static final int BATCH = 500;
    /** Who worked on an incident within that time is awake. */
    static final Duration AWAKE = Duration.ofHours(1);

    /** What is later than that was written while the clock was wrong; clocks of several nodes differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Viewer BEFFROI = Viewer.system("Beffroi");

    private final AlarmStore alarms;
    private final CallStore calls;
    private final Rota rota;
    private final Colleagues colleagues;
    private final Pace pace;
    private final Output output;

    CallDesk(AlarmStore alarms, CallStore calls, Rota rota, Colleagues colleagues, Pace pace, Output output) {
        this.alarms = alarms;
        this.calls = calls;
        this.rota = rota;
        this.colleagues = colleagues;
        this.pace = pace;
        this.output = output;
    }

    /** How fast, and whether for show only. */
    @Component
    record Pace(RotaSettings settings, Rehearsing rehearsing, Demo demo, Clock clock) {
        Ladder ladder(World world) {
            return new Ladder(settings.again(), settings.leads()).faster(rehearsing.speed(world));
        }

        Duration quiet(World world) {
            return settings.quiet().dividedBy(rehearsing.speed(world));
        }

        /** Nobody outside is called in an exercise, nor by a demonstration. */
        boolean showsOnly(World world) {
            return world.isRehearsal() || demo.on();
        }
    }

    /** Whether this house is a demonstration. */
    @Component
    record Demo(@Value("${beffroi.demo:false}") boolean on) {}

    /** Where it is written down, and told. */
    @Component
    record Output(ApplicationEventPublisher events, AuditTrail trail) {}

    /**
     * Looks at what has changed. What becomes major while people are at the desk is theirs; in a rehearsal the hour does not matter.
     *
     * @return whether something may be left
     */
    boolean look() {
        if (!alarms.lock()) {
            return false;
        }
        var now = now();
        var open = rota.isOpen(now);
        var news = alarms.news(now.minus(AWAKE), BATCH);
        for (var one : news) {
            alarms.note(one, waits(one, open) ? now : null);
        }
        return news.size() == BATCH;
    }

    /** What is there is known to the desk, and calls nobody: a demonstration begins with it. */
    void know() {
        for (var news = alarms.news(now(), BATCH); !news.isEmpty(); news = alarms.news(now(), BATCH)) {
            news.forEach(one -> alarms.note(one, null));
        }
    }

    private static boolean waits(News news, boolean open) {
        return news.calls() && !news.inHand() && (news.world().isRehearsal() || !open);
    }

    /** Begins calls for what waits, or adds it to the one that goes on. */
    void begin() {
        if (!alarms.lock()) {
            return;
        }
        var now = now();
        alarms.forget(now.minus(AWAKE));
        for (var world : alarms.waiting()) {
            begin(world, now);
        }
    }

    private void begin(World world, Instant now) {
        if (rota.isOpen(now) && !world.isRehearsal()) {
            alarms.release(world); // The desk has opened while it waited: it stands in the queue.
            return;
        }
        var live = calls.live(world);
        if (live.isPresent()) {
            add(live.get(), now);
            return;
        }
        var quietUntil = calls.lastBegan(world, now.plus(SKEW)).map(last -> last.plus(pace.quiet(world)));
        if (quietUntil.filter(now::isBefore).isPresent()) {
            return;
        }
        var call = new Live(UuidCreator.getTimeOrderedEpoch(), world, pace.showsOnly(world), now, now, 0);
        calls.begin(call);
        calls.gather(call, now);
        alarms.release(world);
        step(call, Ladder.FIRST, now);
    }

    /** A call that had gone through all its steps goes on: what comes to it has woken nobody. */
    private void add(Live call, Instant now) {
        if (calls.gather(call, now) > 0) {
            calls.step(call.id(), call.step(), next(call.with(now), call.step()));
        }
        alarms.release(call.world());
    }

    private @Nullable Instant next(Live call, int step) {
        return pace.ladder(call.world()).next(call.beganAt(), call.newest(), step);
    }

    /** Ends what was taken or is over, and goes on with what nobody answers; from its beginning, where the clock was put back behind that. */
    void goOn() {
        if (!alarms.lock()) {
            return;
        }
        var now = now();
        for (var call : calls.live()) {
            var taker = calls.taker(call);
            if (taker.isPresent()) {
                var who = taker.get();
                calls.end(call.id(), "TAKEN", who.account(), who.name(), who.at());
            } else if (calls.gravest(call.id()).isEmpty()) {
                calls.end(call.id(), "OVER", null, null, now);
            } else if (call.world().isRehearsal() || !rota.isOpen(now)) {
                goOn(call.beganAt().isAfter(now.plus(SKEW)) ? calls.beginAnew(call, now) : call, now);
            }
        }
    }

    private void goOn(Live call, Instant now) {
        var step = pace.ladder(call.world()).at(call.beganAt(), call.newest(), now);
        if (step > call.step()) {
            step(call, step, now);
        }
    }

    private void step(Live call, int asked, Instant now) {
        var people = rota.onCall(now);
        // With nobody on call there is nothing to wait for.
        int step = people.isEmpty() ? Math.max(asked, Ladder.LEADS) : asked;
        var reference = calls.gravest(call.id()).orElseThrow();
        for (var who : whom(step, people)) {
            var id = calls.called(call.id(), step, who, now);
            if (!call.shownOnly()) {
                output.events().publishEvent(new CallMade(id, who.account(), reference, step, now));
            }
        }
        calls.step(call.id(), step, next(call, step));
        output.trail().record(BEFFROI, "rota.call", "call", call.id());
    }

    /** Each step calls all that came before it. */
    private List<Colleague> whom(int step, List<Colleague> onCall) {
        var whom = new ArrayList<Colleague>(
                step == Ladder.FIRST ? onCall.stream().limit(1).toList() : onCall);
        if (step >= Ladder.LEADS) {
            colleagues.all().stream().filter(Colleague::lead).forEach(whom::add);
        }
        var once = new LinkedHashMap<UUID, Colleague>();
        whom.forEach(who -> once.putIfAbsent(who.account(), who));
        return List.copyOf(once.values());
    }

    private Instant now() {
        return pace.clock().instant();
    }
}
