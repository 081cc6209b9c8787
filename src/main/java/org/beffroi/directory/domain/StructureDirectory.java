package org.beffroi.directory.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.StructureRegister;
import org.beffroi.directory.Directory;
import org.beffroi.directory.DirectoryCounted;
import org.beffroi.directory.Finess;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register that others ask. */
@Service
class StructureDirectory implements Directory, StructureRegister {

    private final StructureStore store;
    private final Categories categories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StructureDirectory(StructureStore store, Categories categories, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.categories = categories;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Structure> byFiness(String typed) {
        return Finess.parse(typed).flatMap(finess -> store.byFiness(finess.value()));
    }

    @Override
    public Optional<Structure> byId(UUID id) {
        return store.byId(id);
    }

    @Override
    public List<Structure> find(StructureQuery query) {
        return store.find(query, today());
    }

    @Override
    @Transactional
    public Structure foreign(
            String country, @Nullable String region, String category, String externalKey, String name) {
        if (country.equals("FR")) {
            throw new IllegalArgumentException("structures of France come from the FINESS register");
        }
        if (!categories.known(category)) {
            throw new IllegalArgumentException("no category " + category);
        }
        return store.byExternalKey(country, externalKey).orElseGet(() -> {
            store.insertForeign(
                    UuidCreator.getTimeOrderedEpoch(),
                    new StructureStore.Foreign(country, region, category, externalKey, name),
                    clock.instant());
            return store.byExternalKey(country, externalKey).orElseThrow();
        });
    }

    @Override
    public Optional<UUID> identifier(String finess) {
        return byFiness(finess).map(Structure::id);
    }

    @Override
    public Optional<String> finess(UUID structure) {
        return byId(structure).map(Structure::finess);
    }

    @Override
    public String name(UUID structure) {
        return byId(structure).map(Structure::name).orElseGet(structure::toString);
    }

    @Override
    public long obligedCount() {
        return count().obliged();
    }

    /** Tells how many there are now. */
    @Transactional
    public DirectoryCounted announceCount() {
        var count = count();
        events.publishEvent(count);
        return count;
    }

    private DirectoryCounted count() {
        return Census.of(store.openByCategoryAndRegion(today()), categories, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Paris.ZONE));
    }
}
