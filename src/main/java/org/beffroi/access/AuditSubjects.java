package org.beffroi.access;

import java.util.Set;
import java.util.UUID;
import org.beffroi.shared.PublicReference;

/** What a public number stands for, as the audit trail knows it; the modules that give numbers out answer, whoever asks. */
public interface AuditSubjects {
    Set<UUID> of(PublicReference reference);
}
