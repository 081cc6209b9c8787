package org.beffroi.incident.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.report.Reports;
import org.beffroi.papers.PaperAnswer;
import org.beffroi.papers.Papers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of an incident, as a PDF ({@code as=pdf}) or as Markdown ({@code as=md}): all of it, or a structure's own. */
@RestController
@RequestMapping("/api/v1")
class ReportApi {
    private final Reports reports;
    private final Papers papers;

    ReportApi(Reports reports, Papers papers) {
        this.reports = reports;
        this.papers = papers;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping(
            path = "/incidents/{reference}/report",
            produces = {"application/pdf", "text/markdown"})
    ResponseEntity<byte[]> ofIncident(
            @PathVariable String reference, @RequestParam(defaultValue = "pdf") String as, Viewer viewer) {
        return PaperAnswer.of(papers, reports.ofIncident(reference, viewer), as, Reports.name(reference));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping(
            path = "/declarations/{reference}/report",
            produces = {"application/pdf", "text/markdown"})
    ResponseEntity<byte[]> ofDeclaration(
            @PathVariable String reference, @RequestParam(defaultValue = "pdf") String as, Viewer viewer) {
        return PaperAnswer.of(papers, reports.ofDeclaration(reference, viewer), as, Reports.name(reference));
    }

    @OpenToAll
    @GetMapping(
            path = "/follow/{token}/report",
            produces = {"application/pdf", "text/markdown"})
    ResponseEntity<byte[]> byLink(@PathVariable String token, @RequestParam(defaultValue = "pdf") String as) {
        return PaperAnswer.of(papers, reports.followed(token), as, "beffroi");
    }
}
