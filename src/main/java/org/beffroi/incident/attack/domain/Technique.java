package org.beffroi.incident.attack.domain;

import java.util.List;

/**
 * A technique of MITRE ATT&amp;CK.
 *
 * @param id {@code T1566}, or {@code T1566.001} for a sub-technique
 * @param name in English: ATT&amp;CK has no other
 * @param tactics why it is done, in the order of ATT&amp;CK
 */
public record Technique(String id, String name, List<String> tactics) {
    public Technique {
        tactics = List.copyOf(tactics);
    }

    /** Where it is described. */
    public String address() {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }

    /** The first tactic: under which it is shown. */
    public String tactic() {
        return tactics.isEmpty() ? "" : tactics.getFirst();
    }
}
