package org.beffroi.files.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.beffroi.files.FileReadBack;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.files.domain.FileStore.Locked;
import org.beffroi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files in the database, in pieces of a mebibyte, each file under a key of its own that the house's key locks. */
@Service
@Transactional
class Vault implements Files {
    static final int PIECE = 1024 * 1024;
    /** Up to here it is read back while its sender waits. */
    private static final long AT_ONCE = 16L * PIECE;

    private static final String UNKNOWN = "files.refused.unknown";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileStore store;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Vault(FileStore store, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public UUID announce(String name, String mediaType, long length) {
        if (length <= 0) {
            throw Refusal.invalid("files.error.empty");
        }
        if (length > LARGEST) {
            throw Refusal.invalid("files.error.large", LARGEST >> 30);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var own = new byte[Keys.BYTES];
        RANDOM.nextBytes(own);
        var house = keys.current();
        var locked = new Lock(house.secret(), id).close(Lock.OWN_KEY, own, 0, own.length);
        var file = new KeptFile(
                id, FileNames.clean(name), FileNames.type(mediaType), length, 0, null, clock.instant(), null);
        store.add(file, house.id(), Base64.getEncoder().encodeToString(locked));
        return id;
    }

    @Override
    public KeptFile append(UUID id, long offset, byte[] part) {
        var held = store.hold(id).orElseThrow(() -> Refusal.notFound(UNKNOWN));
        var file = held.file();
        if (file.erased() || offset != file.received()) {
            throw Refusal.conflict("files.refused.offset", file.received());
        }
        if (part.length > LARGEST_PART || part.length > file.length() - offset) {
            throw Refusal.invalid("files.error.part", LARGEST_PART >> 20, file.length() - offset);
        }
        var lock = lock(held);
        int place = held.pieces();
        for (int from = 0; from < part.length; from += PIECE) {
            store.addPiece(id, place, lock.close(place, part, from, Math.min(PIECE, part.length - from)));
            place++;
        }
        store.grown(id, offset + part.length, place);
        if (offset + part.length == file.length() && file.length() <= AT_ONCE) {
            readBack(store.find(id).orElseThrow());
        }
        return store.find(id).orElseThrow().file();
    }

    private Lock lock(Locked held) {
        var house = keys.byId(held.keyId()).orElseThrow(() -> Refusal.conflict("files.refused.key"));
        var id = held.file().id();
        return new Lock(
                new SecretKeySpec(
                        new Lock(house, id)
                                .open(Lock.OWN_KEY, Base64.getDecoder().decode(held.key())),
                        "AES"),
                id);
    }

    /** The hash is of what can be read, not of what was sent: from now on it is known that these bytes are here. */
    private void readBack(Locked whole) {
        var hash = new Hash();
        try {
            write(whole, hash);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        var sha256 = hash.inHex();
        store.readBack(whole.file().id(), sha256);
        events.publishEvent(new FileReadBack(whole.file().id(), sha256));
    }

    /** @return whether there was one */
    boolean readBackNext() {
        var next = store.next();
        next.ifPresent(whole -> {
            try {
                readBack(whole);
            } catch (Lock.Damaged | Refusal unreadable) {
                store.damaged(whole.file().id());
            }
        });
        return next.isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, KeptFile> of(Collection<UUID> files) {
        return store.of(files);
    }

    /** Without a transaction: who reads slowly holds no connection meanwhile. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void copy(UUID id, OutputStream to) throws IOException {
        write(readable(id), to);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void archive(UUID id, String password, OutputStream to) throws IOException {
        var whole = readable(id);
        try (var archive = new LockedArchive(to, password)) {
            write(whole, archive.entry(whole.file().name()));
        }
    }

    private Locked readable(UUID id) {
        var found = store.find(id).orElseThrow(() -> Refusal.notFound(UNKNOWN));
        if (!found.file().readable()) {
            throw Refusal.conflict(found.file().erased() ? "files.refused.erased" : "files.refused.not-whole");
        }
        return found;
    }

    private void write(Locked whole, OutputStream to) throws IOException {
        var lock = lock(whole);
        long written = 0;
        for (int place = 0; place < whole.pieces(); place++) {
            int number = place;
            var open = lock.open(place, store.piece(whole.file().id(), place).orElseThrow(() -> gone(whole, number)));
            to.write(open);
            written += open.length;
        }
        if (written != whole.file().length()) {
            throw gone(whole, whole.pieces());
        }
    }

    private static Lock.Damaged gone(Locked whole, int place) {
        return new Lock.Damaged(
                "piece %d of file %s is not there".formatted(place, whole.file().id()));
    }

    @Override
    public void erase(UUID id) {
        store.hold(id).ifPresent(held -> store.erase(id, clock.instant()));
    }
}
