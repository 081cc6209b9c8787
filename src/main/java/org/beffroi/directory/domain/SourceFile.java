package org.beffroi.directory.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file as an operator names it: compressed or not, of a format that its content tells, whatever it is called. */
final class SourceFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int BEGINNING = 64;

    private final InputStream file;
    private final BufferedInputStream content;

    private SourceFile(InputStream file, BufferedInputStream content) {
        this.file = file;
        this.content = content;
    }

    static SourceFile open(Path path) throws IOException {
        var file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            boolean compressed = Arrays.equals(peek(file, 2), new byte[] {0x1f, (byte) 0x8b});
            var content = compressed ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
            return new SourceFile(file, content);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static byte[] peek(BufferedInputStream stream, int length) throws IOException {
        stream.mark(length);
        var bytes = stream.readNBytes(length);
        stream.reset();
        return bytes;
    }

    Optional<StructureFormat> format() throws IOException {
        // In ISO 8859-1 no byte is broken; the marks that are looked for are the same in all.
        var beginning = new String(peek(content, BEGINNING), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading();
        return Arrays.stream(StructureFormat.values())
                .filter(format -> format.recognises(beginning))
                .findFirst();
    }

    InputStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
        file.close();
    }
}
