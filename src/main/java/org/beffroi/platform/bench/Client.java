package org.beffroi.platform.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One connection that is kept: sends a declaration, waits for the answer. */
final class Client implements AutoCloseable {
    private final InetSocketAddress server;
    private final Selector selector;
    private final byte[] bytes = new byte[1 << 16];
    private final ByteBuffer received = ByteBuffer.wrap(bytes);
    private SocketChannel channel;
    private long sentAt;

    Client(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        var made = SocketChannel.open(server);
        made.setOption(StandardSocketOptions.TCP_NODELAY, true);
        made.configureBlocking(false);
        made.register(selector, SelectionKey.OP_READ, this);
        return made;
    }

    void send(String key, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = """
                POST /api/v1/declarations HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Accept: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                """.formatted(key, content.length).getBytes(StandardCharsets.US_ASCII);
        var request = ByteBuffer.allocate(head.length + content.length)
                .put(head)
                .put(content)
                .flip();
        received.clear();
        sentAt = System.nanoTime();
        // A request is smaller than the socket's own buffer, which is empty by now.
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** @return the answer, once it is whole */
    Optional<Answer> receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new IOException("the server closed the connection");
        }
        var answer = Answer.read(bytes, received.position());
        if (answer.isPresent() && answer.get().last()) {
            channel.close();
            channel = connect();
        }
        return answer;
    }

    long waited() {
        return System.nanoTime() - sentAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
