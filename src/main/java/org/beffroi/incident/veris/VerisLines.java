package org.beffroi.incident.veris;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Lines of a file, compressed or not, whose bytes are not to be trusted. Each is decoded by itself: one broken line costs no other. */
final class VerisLines implements AutoCloseable {
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel file;
    private final InputStream content;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final long length;
    private long consumed;
    private boolean tooLong;
    private boolean ended;

    private VerisLines(SeekableByteChannel file, InputStream content, long length) {
        this.length = length;
        this.file = file;
        this.content = content;
    }

    static VerisLines open(Path path) throws IOException {
        var file = Files.newByteChannel(path);
        try {
            var plain = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
            plain.mark(2);
            var compressed = Arrays.equals(plain.readNBytes(2), new byte[] {0x1f, (byte) 0x8b});
            plain.reset();
            return compressed
                    ? new VerisLines(
                            file,
                            new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER),
                            uncompressed(path))
                    : new VerisLines(file, plain, file.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The length that gzip writes at its end (RFC 1952): of the last part, and modulo 4 GiB. */
    private static long uncompressed(Path path) throws IOException {
        try (var file = Files.newByteChannel(path)) {
            var end = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            file.position(Math.max(0, file.size() - 4)).read(end);
            return Integer.toUnsignedLong(end.getInt(0));
        }
    }

    /** Goes to the next line. False at the end of the file. */
    boolean advance() throws IOException {
        bytes.reset();
        tooLong = false;
        int next = -1;
        while (!ended && (next = content.read()) >= 0 && next != '\n') {
            consumed++;
            tooLong |= bytes.size() >= LONGEST;
            if (!tooLong) {
                bytes.write(next);
            }
        }
        ended = next < 0;
        consumed += ended ? 0 : 1;
        return !ended || bytes.size() > 0;
    }

    /** @throws IllegalArgumentException with a reason that can be shown, when the bytes are no text */
    String text() {
        if (tooLong) {
            throw new IllegalArgumentException("more than a million bytes without a line's end");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("bytes that are not UTF-8", e);
        }
    }

    /** How much of the content has been handed out, of a hundred; all of it only at the end, even if the file lies about its length. */
    long percent() {
        return ended ? 100 : Math.min(99, 100 * consumed / Math.max(1, length));
    }

    @Override
    public void close() throws IOException {
        content.close();
        file.close();
    }
}
