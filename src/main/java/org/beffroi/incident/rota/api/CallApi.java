package org.beffroi.incident.rota.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.Call;
import org.beffroi.incident.rota.domain.Calls;
import org.beffroi.shared.World;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who was called out of hours for an incident, and who answered, for machines of the desk. */
@RestController
@RequestMapping("/api/v1")
class CallApi {
    private final Calls calls;

    CallApi(Calls calls) {
        this.calls = calls;
    }

    /** What nobody has answered: none, or one, to which what comes meanwhile is added. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/calls")
    List<Call> live(Viewer viewer) {
        return calls.live(World.NATIONAL, viewer).stream().toList();
    }

    /** The newest first. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/incidents/{reference}/calls")
    List<Call> of(@PathVariable String reference, Viewer viewer) {
        return calls.of(reference, viewer);
    }

    /** I have it. After a colleague, or twice, it does no harm. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PutMapping("/incidents/{reference}/calls/answer")
    List<Call> answer(@PathVariable String reference, Viewer viewer) {
        calls.answer(reference, viewer);
        return calls.of(reference, viewer);
    }
}
