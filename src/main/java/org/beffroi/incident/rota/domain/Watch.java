package org.beffroi.incident.rota.domain;

import org.beffroi.access.Viewer;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands above the queue: who answers, and what nobody has answered. */
@Component
public class Watch {
    private final Rota rota;
    private final Calls calls;

    Watch(Rota rota, Calls calls) {
        this.rota = rota;
        this.calls = calls;
    }

    /** @param live the call that nobody has answered; null: there is none */
    public record Above(OnDuty onDuty, @Nullable Call live) {}

    /** Null for all but the desk. */
    public @Nullable Above of(World world, Viewer viewer) {
        return viewer.atTheDesk()
                ? new Above(rota.now(viewer), calls.live(world, viewer).orElse(null))
                : null;
    }
}
