package org.beffroi.coordination.api;

import java.time.Instant;
import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.domain.DeclaredObligations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For those who declared: who is told of it, by whom, and which of their answers each sees. */
@RestController
@RequestMapping("/api/v1/declarations/{reference}/obligations")
class DeclaredObligationsApi {
    private final DeclaredObligations declared;

    DeclaredObligationsApi(DeclaredObligations declared) {
        this.declared = declared;
    }

    /**
     * @param due null: without delay
     * @param fields keys of the questions answered that the recipient sees
     */
    record Due(
            String recipient,
            Obligation.By by,
            String reason,
            String source,
            Instant from,
            @Nullable Instant due,
            List<String> fields) {
        static Due of(Obligation obligation) {
            return new Due(
                    obligation.recipient(),
                    obligation.by(),
                    obligation.reason(),
                    obligation.source(),
                    obligation.from(),
                    obligation.due(),
                    obligation.fields());
        }
    }

    /** By what was declared alone; what the desk judges is not in it. */
    @OpenTo(Role.DECLARANT)
    @GetMapping
    List<Due> list(@PathVariable String reference, Viewer viewer) {
        return declared.of(reference, viewer).stream().map(Due::of).toList();
    }
}
