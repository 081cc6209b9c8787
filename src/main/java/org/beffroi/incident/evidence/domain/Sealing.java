package org.beffroi.incident.evidence.domain;

import org.beffroi.files.FileReadBack;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What has come in whole is sealed. */
@Component
class Sealing {
    private final Evidence evidence;

    Sealing(Evidence evidence) {
        this.evidence = evidence;
    }

    @ApplicationModuleListener
    void on(FileReadBack event) {
        evidence.sealed(event.file(), event.sha256());
    }
}
