package org.beffroi.directory.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.directory.Position;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes entries in, a batch at a time: what a batch brought stays, whatever becomes of the next. */
@Service
class EntryDesk {
    /** Health establishments before nursing homes, among those whose size is not known. */
    private static final int ESTABLISHMENT = 2_000;

    private final EntryStore entries;
    private final LegalEntityStore legalEntities;
    private final ImportStore imports;
    private final Categories categories;
    private final Clock clock;

    EntryDesk(
            EntryStore entries,
            LegalEntityStore legalEntities,
            ImportStore imports,
            Categories categories,
            Clock clock) {
        this.entries = entries;
        this.legalEntities = legalEntities;
        this.imports = imports;
        this.categories = categories;
        this.clock = clock;
    }

    @Transactional
    public UUID begin(String file, String format) {
        var run = UuidCreator.getTimeOrderedEpoch();
        imports.begin(run, file, format, clock.instant());
        return run;
    }

    /** @param batch a number that occurs twice is taken twice, the later on top of the earlier */
    @Transactional
    public Tally take(Collection<Entry> batch) {
        var now = clock.instant();
        var numbers = batch.stream().map(Entry::finess).toList();
        var known = entries.byFiness(numbers);
        var byHand = entries.keptByHand(numbers);
        var owners = new LinkedHashMap<String, LegalEntity>();
        var written = new LinkedHashMap<String, Entry>();
        var tally = Tally.NOTHING;
        for (var said : batch) {
            var entry = said.without(byHand.getOrDefault(said.finess(), List.of()));
            var before = known.get(entry.finess());
            var after = before == null ? entry : before.updatedBy(entry);
            if (after.equals(before)) {
                tally = tally.plus(new Tally(0, 0, 1, 0));
                continue;
            }
            tally = tally.plus(before == null ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 0, 0));
            known.put(after.finess(), after);
            written.put(after.finess(), after);
            if (after.legalEntity() != null) {
                owners.put(after.legalEntity().finess(), after.legalEntity());
            }
        }
        var renamed = legalEntities.save(owners.values(), now);
        save(written.values(), now);
        save(entries.byLegalEntity(renamed).values(), now);
        return tally;
    }

    private void save(Collection<Entry> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        var weights = new HashMap<String, Integer>();
        for (var entry : some) {
            int byGroup = categories.group(entry.category()).equals("ES") ? ESTABLISHMENT : 0;
            weights.put(entry.finess(), entry.weight() + byGroup);
        }
        entries.save(some, weights, now);
    }

    @Transactional
    public int locate(Map<String, Position> positions) {
        return entries.locate(positions, clock.instant());
    }

    @Transactional
    public void group(String code, String name, List<String> members) {
        legalEntities.saveGroup(code, name, members);
    }

    @Transactional
    public void refuse(UUID run, int firstPosition, List<Rejection> rejections) {
        imports.refuse(run, firstPosition, rejections);
    }

    @Transactional
    public void end(UUID run, Tally tally, boolean complete) {
        imports.end(run, tally, complete, clock.instant());
    }
}
