package org.beffroi.incident.rota.domain;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beffroi.access.Access;
import org.beffroi.incident.rota.domain.RotaPlan.Which;
import org.beffroi.shared.DemoSeed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demonstration's rota: two colleagues in turn, and one night in a fortnight that nobody has taken yet. */
@Component
@Order(60)
class RotaSeed implements DemoSeed {
    private static final int WEEKS = 8;
    private static final List<String> PEOPLE = List.of("analyst@demo.beffroi", "lead@demo.beffroi");

    private final Rota rota;
    private final RotaPlan plan;
    private final Access access;
    private final CallDesk calls;

    RotaSeed(Rota rota, RotaPlan plan, Access access, CallDesk calls) {
        this.calls = calls;
        this.rota = rota;
        this.plan = plan;
        this.access = access;
    }

    @Override
    public void sow(PrintStream progress) {
        var lead = access.viewerByEmail(PEOPLE.getLast()).orElseThrow();
        var monday = Slot.monday(rota.today());
        IntStream.range(0, WEEKS).forEach(week -> {
            var slots = plan.slots(monday.plusWeeks(week), Which.ALL);
            if (!slots.isEmpty()) {
                plan.put(slots, 1, PEOPLE.get(week % 2), Map.of(), lead);
                plan.put(slots, 2, PEOPLE.get((week + 1) % 2), Map.of(), lead);
            }
        });
        var open = List.of(monday.plusWeeks(3).plusDays(5) + "/NIGHT");
        plan.put(open, 1, "", Map.of(), lead);
        plan.put(open, 2, "", Map.of(), lead);
        calls.know();
        progress.printf("  rota: %d weeks%n", WEEKS);
    }
}
