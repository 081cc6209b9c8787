package org.beffroi.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.domain.Reaches;
import org.springframework.stereotype.Component;

/** Who works at the desk, for what calls them. Whose account was closed, or who left the desk, is not among them. */
@Component
public class Colleagues {
    private final Reaches reaches;

    Colleagues(Reaches reaches) {
        this.reaches = reaches;
    }

    /** By name. */
    public List<Colleague> all() {
        return reaches.colleagues();
    }

    public Optional<Colleague> find(UUID account) {
        return reaches.colleague(account);
    }
}
