package org.beffroi.incident.export;

import java.util.Locale;
import java.util.Map;

/** The marks of TLP 2.0 as other tools know them: in STIX, the marking definitions that OASIS publishes for all to use. */
enum Tlp {
    CLEAR("94868c89-83c2-464b-929b-a1a8aa3c8487"),
    GREEN("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
    AMBER("55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
    AMBER_STRICT("939a9414-2ddd-4d32-a0cd-375ea402b003"),
    RED("e828b379-4e03-4974-9ac4-e53a884c97c1");

    private final String id;

    Tlp(String uuid) {
        this.id = "marking-definition--" + uuid;
    }

    String id() {
        return id;
    }

    /** {@code amber+strict} */
    String written() {
        return name().replace('_', '+').toLowerCase(Locale.ROOT);
    }

    Map<String, Object> definition() {
        return Map.of(
                "type",
                "marking-definition",
                "spec_version",
                "2.1",
                "id",
                id,
                "created",
                "2022-10-01T00:00:00.000Z",
                "name",
                "TLP:" + written().toUpperCase(Locale.ROOT),
                "extensions",
                Map.of(
                        "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d",
                        Map.of("extension_type", "property-extension", "tlp_2_0", written())));
    }
}
