package org.beffroi.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.beffroi.shared.World;
import org.springframework.stereotype.Component;

/** Reading the facts, in the order in which they were recorded. */
@Component
public class Journal {
    private final FactStore store;

    Journal(FactStore store) {
        this.store = store;
    }

    /**
     * A fact as it was kept.
     *
     * @param position grows with every fact
     * @param subjects salted hashes by kind: equal hashes are the same incident, declaration or structure, and say nothing more
     * @param data by name: text, numbers, booleans, lists of codes
     */
    public record Recorded(
            long position,
            String type,
            Instant happenedAt,
            Instant recordedAt,
            Map<String, String> subjects,
            Map<String, Object> data) {

        public List<String> codes(String name) {
            return data.get(name) instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
        }
    }

    /** All facts of these types in a world that were recorded at that instant or before. */
    public List<Recorded> asKnownAt(Instant knownAt, World world, Collection<String> types) {
        return store.read(knownAt, world, types);
    }

    /**
     * The same, one after the other, for worlds too large to be held. Within a transaction they come by the thousand; without one, all at
     * once.
     */
    public void eachKnownAt(Instant knownAt, World world, Collection<String> types, Consumer<Recorded> reader) {
        store.each(knownAt, world, types, reader);
    }

    /** The position of the last fact recorded in that world at that instant or before; 0 when there is none. Cheap. */
    public long lastPosition(Instant knownAt, World world) {
        return store.lastPosition(knownAt, world);
    }

    /** The worlds of which anything was ever recorded. */
    public Set<World> worlds() {
        return store.worlds();
    }
}
