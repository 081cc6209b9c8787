package org.beffroi.directory.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;

/**
 * Lines of a file whose bytes are not to be trusted. Each line is decoded by itself, so one broken line costs no other. The official files
 * changed from ISO 8859-1 to UTF-8 over the years and do not say which they are: where both are allowed, a line is taken as the former
 * until one was seen that can only be the latter.
 */
final class TextLines {
    static final int LONGEST = 65_536;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream in;
    private final boolean westernAllowed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private boolean utf8;
    private long line;
    private boolean tooLong;
    private boolean ended;

    TextLines(InputStream in, boolean westernAllowed) {
        this.in = in;
        this.westernAllowed = westernAllowed;
    }

    /** Number of the line read last, from 1. */
    long line() {
        return line;
    }

    /** Goes to the next line. False at the end of the file. */
    boolean advance() throws IOException {
        bytes.reset();
        tooLong = false;
        if (ended) {
            return false;
        }
        int next;
        line++;
        while ((next = in.read()) >= 0 && next != '\n') {
            tooLong |= bytes.size() >= LONGEST;
            if (!tooLong && next != '\r') {
                bytes.write(next);
            }
        }
        ended = next < 0;
        return !ended || bytes.size() > 0;
    }

    /** Whether the present line ends with the file and not with a line's end. */
    boolean unfinished() {
        return ended;
    }

    /** The present line. */
    String text() throws Rejected {
        if (tooLong) {
            throw new Rejected(Reason.TOO_LONG, "more than %,d bytes without a line's end".formatted(LONGEST));
        }
        try {
            return decode();
        } catch (CharacterCodingException e) {
            throw new Rejected(Reason.BROKEN_TEXT, "bytes that are not UTF-8");
        }
    }

    private String decode() throws CharacterCodingException {
        var content = ByteBuffer.wrap(bytes.toByteArray());
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(content.duplicate())
                    .toString();
            utf8 |= text.length() < content.limit();
        } catch (CharacterCodingException e) {
            if (utf8 || !westernAllowed) {
                throw e;
            }
            text = WESTERN.newDecoder().decode(content).toString();
        }
        return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
