package org.beffroi.directory;

import java.time.Instant;
import java.util.Map;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * How many open structures of France there are, after an import. The observatory divides by it.
 *
 * <p>As a fact, {@code obliged} is the number that must declare; each group's number stands under its code ({@code ES}, {@code EHPAD}…);
 * those that must declare in a region stand under {@code region-} and its code ({@code region-84}).
 *
 * @param countedAt when
 * @param obliged how many must declare
 * @param byGroup all open structures, by code of {@code structure-group}
 * @param obligedByRegion those that must declare, by code of {@code region}
 */
public record DirectoryCounted(
        Instant countedAt, long obliged, Map<String, Long> byGroup, Map<String, Long> obligedByRegion)
        implements Recordable {
    public DirectoryCounted {
        byGroup = Map.copyOf(byGroup);
        obligedByRegion = Map.copyOf(obligedByRegion);
    }

    @Override
    public Fact fact() {
        var fact = Fact.of("directory.counted", countedAt, World.NATIONAL).with("obliged", obliged);
        for (var group : byGroup.entrySet()) {
            fact = fact.with(group.getKey(), group.getValue());
        }
        for (var region : obligedByRegion.entrySet()) {
            fact = fact.with("region-" + region.getKey(), region.getValue());
        }
        return fact;
    }
}
