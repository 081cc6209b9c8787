package org.beffroi.correspondence.domain;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is sent along with a message: its bytes, or one that is kept here already. */
public final class Enclosure {
    private final String name;
    private final String mediaType;
    private final byte[] content;
    private final @Nullable UUID kept;

    private Enclosure(String name, String mediaType, byte[] content, @Nullable UUID kept) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
        this.kept = kept;
    }

    public Enclosure(String name, String mediaType, byte[] content) {
        this(name, mediaType, content.clone(), null);
    }

    static Enclosure kept(UUID file) {
        return new Enclosure("", "", new byte[] {0}, file);
    }

    @Nullable
    UUID kept() {
        return kept;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    int length() {
        return content.length;
    }

    byte[] part(int from, int atMost) {
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + atMost));
    }
}
