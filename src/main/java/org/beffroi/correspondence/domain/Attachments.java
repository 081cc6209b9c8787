package org.beffroi.correspondence.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Conversation.Attached;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.files.Password;
import org.beffroi.shared.LaterBody;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that go along with messages. What the desk sends is given out as it is; what a structure sends, in a locked archive, to the structure
 * too: a secret link must not become a place from which anybody hands out what they like.
 */
@Service
@Transactional
public class Attachments {
    private final AttachmentStore store;
    private final Files files;
    private final AuditTrail trail;

    Attachments(AttachmentStore store, Files files, AuditTrail trail) {
        this.store = store;
        this.files = files;
        this.trail = trail;
    }

    /** In the transaction of the message: both, or neither. */
    void add(UUID message, List<Enclosure> enclosures) {
        int place = 0;
        for (var enclosure : enclosures) {
            var kept = enclosure.kept();
            store.add(message, place++, kept == null ? keep(enclosure) : kept, Password.fresh());
        }
    }

    UUID keep(Enclosure enclosure) {
        var file = files.announce(enclosure.name(), enclosure.mediaType(), enclosure.length());
        for (int from = 0; from < enclosure.length(); from += Files.LARGEST_PART) {
            files.append(file, from, enclosure.part(from, Files.LARGEST_PART));
        }
        return file;
    }

    /** By message. */
    Map<UUID, List<Attached>> of(UUID declaration) {
        var rows = store.of(declaration);
        var kept = files.of(rows.values().stream()
                .flatMap(List::stream)
                .map(AttachmentStore.Row::file)
                .toList());
        var all = new HashMap<UUID, List<Attached>>();
        rows.forEach((message, attached) -> all.put(
                message,
                attached.stream()
                        .filter(row -> kept.containsKey(row.file()))
                        .map(row -> attached(row, kept))
                        .toList()));
        return all;
    }

    private static Attached attached(AttachmentStore.Row row, Map<UUID, KeptFile> kept) {
        var file = java.util.Objects.requireNonNull(kept.get(row.file()));
        return new Attached(
                file.id(), file.name(), file.length(), row.side() == Side.STRUCTURE ? row.password() : null);
    }

    /** @param locked in an archive */
    public record Given(String name, boolean locked, LaterBody body) {}

    public Given give(Seat seat, UUID id) {
        var declaration = seat.declaration().declaration();
        var row = store.find(declaration, id).orElseThrow(() -> Refusal.notFound("files.refused.unknown"));
        var file = new ArrayList<>(files.of(List.of(id)).values()).getFirst();
        if (!file.readable()) {
            throw Refusal.conflict(file.erased() ? "files.refused.erased" : "files.refused.not-whole");
        }
        if (seat.viewer().signedIn()) {
            trail.record(seat.viewer(), "correspondence.file", "declaration", declaration);
        }
        var locked = row.side() == Side.STRUCTURE;
        return new Given(
                file.name(), locked, locked ? to -> files.archive(id, row.password(), to) : to -> files.copy(id, to));
    }
}
