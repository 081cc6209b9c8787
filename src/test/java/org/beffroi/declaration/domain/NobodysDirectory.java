package org.beffroi.declaration.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.jspecify.annotations.Nullable;

/** A register in which nobody is found. */
final class NobodysDirectory implements Directory {
    @Override
    public Optional<Structure> byFiness(String typed) {
        return Optional.empty();
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<Structure> find(StructureQuery query) {
        return List.of();
    }

    @Override
    public Structure foreign(
            String country, @Nullable String region, String category, String externalKey, String name) {
        throw new UnsupportedOperationException("nobody enters");
    }

    @Override
    public long obligedCount() {
        return 0;
    }
}
