package org.beffroi.coordination.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.ObligationDesk;
import org.beffroi.coordination.web.ObligationPapers;
import org.beffroi.papers.PaperAnswer;
import org.beffroi.papers.Papers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who must be told of an incident, by when, and that they were. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/obligations")
class ObligationApi {
    private final ObligationDesk desk;
    private final ObligationPapers obligations;
    private final Papers papers;

    ObligationApi(ObligationDesk desk, ObligationPapers obligations, Papers papers) {
        this.obligations = obligations;
        this.papers = papers;
        this.desk = desk;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping
    List<ObligationJson> list(@PathVariable String reference, Viewer viewer) {
        return desk.of(reference, viewer).stream().map(ObligationJson::of).toList();
    }

    /** What the recipient may be sent of each declaration: its own fields, and no others. */
    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/{recipient}/transmission.json")
    TransmissionJson transmission(@PathVariable String reference, @PathVariable String recipient, Viewer viewer) {
        return TransmissionJson.of(recipient, desk.of(reference, recipient, viewer));
    }

    /** The same on paper, as a PDF ({@code as=pdf}) or as a message to copy ({@code as=md}). */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping(
            path = "/{recipient}/transmission",
            produces = {"application/pdf", "text/markdown"})
    ResponseEntity<byte[]> paper(
            @PathVariable String reference,
            @PathVariable String recipient,
            @RequestParam(defaultValue = "pdf") String as,
            Viewer viewer) {
        return PaperAnswer.of(
                papers,
                obligations.transmission(reference, recipient, viewer),
                as,
                "beffroi-" + reference + "-" + recipient);
    }

    /** Without {@code declaration}: of all declarations of the incident. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{recipient}/transmission")
    List<ObligationJson> tell(
            @PathVariable String reference,
            @PathVariable String recipient,
            @RequestBody ObligationJson.Telling body,
            Viewer viewer) {
        desk.tell(reference, recipient, body.telling(), viewer);
        return list(reference, viewer);
    }
}
