package org.beffroi.platform.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One connection that is kept: asks for a page, waits until it is whole. Pages may be long: only their end is looked at. */
final class PageClient implements AutoCloseable {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = 9;

    private final InetSocketAddress server;
    private final Selector selector;
    private final String credentials;
    private SocketChannel channel;
    private ByteBuffer received = ByteBuffer.allocate(1 << 17);
    private long sentAt;
    private int kind;

    PageClient(InetSocketAddress server, Selector selector, String credentials) throws IOException {
        this.server = server;
        this.selector = selector;
        this.credentials = credentials;
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        var made = SocketChannel.open(server);
        made.setOption(StandardSocketOptions.TCP_NODELAY, true);
        made.configureBlocking(false);
        made.register(selector, SelectionKey.OP_READ, this);
        return made;
    }

    /** @param kind of page, for whoever counts */
    void ask(String path, int kind) throws IOException {
        this.kind = kind;
        var request = ByteBuffer.wrap("""
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept: text/html\r
                Accept-Language: fr\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, credentials).getBytes(StandardCharsets.US_ASCII));
        received.clear();
        sentAt = System.nanoTime();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    int kind() {
        return kind;
    }

    long waited() {
        return System.nanoTime() - sentAt;
    }

    /** @return whether the answer is whole */
    boolean receive() throws IOException {
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(received.capacity() * 2).put(received.flip());
        }
        if (channel.read(received) < 0) {
            throw new IOException("the server closed the connection");
        }
        return isWhole();
    }

    /** A server ends a connection after so many answers, and says so. */
    void keepOrRenew() throws IOException {
        if (head().contains("connection: close")) {
            channel.close();
            channel = connect();
        }
    }

    private String head() {
        var text = new String(received.array(), 0, Math.min(received.position(), 4096), StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        return text.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT);
    }

    private boolean isWhole() {
        var end = received.position();
        if (end < LAST_CHUNK.length) {
            return false;
        }
        var bytes = received.array();
        if (Arrays.equals(bytes, end - LAST_CHUNK.length, end, LAST_CHUNK, 0, LAST_CHUNK.length)) {
            return true;
        }
        var head = head();
        var length = head.indexOf("content-length:");
        if (length < 0) {
            return false;
        }
        var line = head.indexOf('\r', length);
        var announced =
                head.substring(length + 15, line < 0 ? head.length() : line).strip();
        return end - head.length() - 4 >= Integer.parseInt(announced);
    }

    int status() {
        return Integer.parseInt(new String(received.array(), STATUS_AT, 3, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
