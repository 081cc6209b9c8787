package org.beffroi.files.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The house's keys: whoever has the database alone, or a copy of it, reads no file. The first one locks, all of them unlock. They are named
 * by the operator, or there is one in the data folder, made when the first file comes.
 */
@Component
class Keys {
    static final int BYTES = 32;
    private static final String FILE = "files.key";

    private final String named;
    private final Path folder;
    private volatile @Nullable Map<String, SecretKeySpec> known;

    Keys(@Value("${beffroi.files.keys:}") String named, @Value("${beffroi.data:data}") Path folder) {
        this.named = named;
        this.folder = folder;
    }

    /** @param id first 16 hexadecimal digits of the key's SHA-256: tells it from others, and nothing about it */
    record Key(String id, SecretKeySpec secret) {}

    Key current() {
        var first = all(true).entrySet().iterator().next();
        return new Key(first.getKey(), first.getValue());
    }

    Optional<SecretKeySpec> byId(String id) {
        return Optional.ofNullable(all(false).get(id));
    }

    String where() {
        return named.isBlank() ? folder.resolve(FILE).toString() : "BEFFROI_FILES_KEYS";
    }

    private synchronized Map<String, SecretKeySpec> all(boolean make) {
        var keys = known;
        if (keys == null || (keys.isEmpty() && make)) {
            keys = read(make);
            known = keys;
        }
        return keys;
    }

    private Map<String, SecretKeySpec> read(boolean make) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        for (var word : named.isBlank() ? fromFolder(make) : named.split(",")) {
            var bytes = Base64.getDecoder().decode(word.strip());
            if (bytes.length != BYTES) {
                throw new IllegalStateException(
                        "%s holds a key of %d bytes; one has %d, in Base64".formatted(where(), bytes.length, BYTES));
            }
            keys.put(id(bytes), new SecretKeySpec(bytes, "AES"));
        }
        return keys;
    }

    private String[] fromFolder(boolean make) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (!make) {
                    return new String[0];
                }
                write(file);
            }
            return Files.readString(file).strip().split("\\s+");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made", e);
        }
    }

    /** Never over one that is there: two that start at once have the one that was first. */
    private static void write(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = Files.newByteChannel(
                file,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(bytes)));
        } catch (FileAlreadyExistsException another) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String id(byte[] key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
