package org.beffroi.incident.veris;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
    private boolean tooLong;
    private boolean ended;

    private VerisLines(SeekableByteChannel file, InputStream content) {
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
            return new VerisLines(
                    file, compressed ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER) : plain);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Goes to the next line. False at the end of the file. */
    boolean advance() throws IOException {
        bytes.reset();
        tooLong = false;
        int next = -1;
        while (!ended && (next = content.read()) >= 0 && next != '\n') {
            tooLong |= bytes.size() >= LONGEST;
            if (!tooLong) {
                bytes.write(next);
            }
        }
        ended = next < 0;
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

    /** How much of the file has been read, of a hundred. */
    long percent() throws IOException {
        return file.size() == 0 ? 100 : 100 * file.position() / file.size();
    }

    @Override
    public void close() throws IOException {
        content.close();
        file.close();
    }
}
