package org.beffroi.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.beffroi.shared.Refusal;

/** Where files are kept. Who asks has asked already who may. */
public interface Files {
    /** Bytes of a file. */
    long LARGEST = 2L * 1024 * 1024 * 1024;

    /** Bytes that come at once. */
    int LARGEST_PART = 8 * 1024 * 1024;

    /**
     * A file that somebody means to send.
     *
     * @throws Refusal of kind INVALID when it is empty or larger than {@link #LARGEST}
     */
    UUID announce(String name, String mediaType, long length);

    /**
     * The next bytes of it. When they were the last, the file is read back and its hash is known, at once or within minutes.
     *
     * @param offset how many bytes came before
     * @throws Refusal of kind CONFLICT when there are not exactly so many here, of kind INVALID when it would become longer than announced
     */
    KeptFile append(UUID file, long offset, byte[] part);

    /** Those that there are. */
    Map<UUID, KeptFile> of(Collection<UUID> files);

    /**
     * Writes it out as it came in.
     *
     * @throws Refusal of kind CONFLICT when it cannot be read yet, or not any more
     */
    void copy(UUID file, OutputStream to) throws IOException;

    /** The same within a ZIP archive that the password alone opens (AES-256), so that nothing looks into it, or opens it, on its way. */
    void archive(UUID file, String password, OutputStream to) throws IOException;

    /** Its content goes, at once and for ever; what is known of it stays. */
    void erase(UUID file);
}
