package org.beffroi.incident.api;

import java.util.Map;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.export.Exports;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An incident in the formats of others, for the desk to hand on: VERIS 1.4.1, and a MISP event of what was seen. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/export")
class ExportApi {
    private final Exports exports;
    private final String desk;

    ExportApi(Exports exports, @Value("${beffroi.desk.name}") String desk) {
        this.exports = exports;
        this.desk = desk;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/veris")
    Map<String, Object> veris(@PathVariable String reference, Viewer viewer) {
        return exports.veris(reference, viewer);
    }

    /** With what is marked at most so: CLEAR, GREEN, AMBER (when left out), AMBER_STRICT or RED. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/misp")
    Map<String, Object> misp(
            @PathVariable String reference, @RequestParam(defaultValue = "AMBER") String tlp, Viewer viewer) {
        return exports.misp(reference, tlp, desk, viewer);
    }
}
