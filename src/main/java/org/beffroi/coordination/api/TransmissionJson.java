package org.beffroi.coordination.api;

import java.util.List;
import java.util.Map;
import org.beffroi.coordination.domain.Duty;
import org.beffroi.shared.PublicReference;

/** What a recipient is sent of an incident. */
record TransmissionJson(String recipient, List<Part> declarations) {

    /** @param answers by question key, as codes or as typed; the structure as its name and FINESS number */
    record Part(PublicReference declaration, Map<String, List<String>> answers) {}

    static TransmissionJson of(String recipient, List<Duty> duties) {
        return new TransmissionJson(
                recipient,
                duties.stream()
                        .map(duty -> new Part(duty.declaration(), duty.answers()))
                        .toList());
    }
}
