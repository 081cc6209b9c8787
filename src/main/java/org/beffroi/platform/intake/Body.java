package org.beffroi.platform.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** One request's body, read to its end, then read again by the application as if it had come in at once. */
final class Body implements AutoCloseable {
    private static final int BLOCK = 8 * 1024;

    private final Request request;
    private final InputBuffer connection;
    private final int longest;
    private final Patience patience;
    /** To be filled, the last one; full, those before it. Kept in blocks, so that no more is held than has come. */
    private final Deque<ByteBuffer> blocks = new ArrayDeque<>();

    private int length;

    /** @param longest bytes */
    Body(Request request, int longest, Patience patience) {
        this.request = request;
        this.connection = request.getInputBuffer();
        this.longest = longest;
        this.patience = patience;
    }

    /** @return 0, or the status of the refusal: too long, too slow, or broken; what is read again is empty then, and nothing is held */
    int read(Unfinished.Place place) {
        var refused = refusal(place);
        if (refused != 0) {
            blocks.clear();
            length = 0;
            place.close();
        }
        request.setContentLength(length);
        request.setInputBuffer(new Again(blocks, length));
        return refused;
    }

    private int refusal(Unfinished.Place place) {
        if (request.getContentLengthLong() > longest) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        try {
            return readAll(place);
        } catch (SocketTimeoutException silent) {
            return HttpServletResponse.SC_REQUEST_TIMEOUT;
        } catch (IOException broken) {
            return place.grow(0) ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_REQUEST_TIMEOUT;
        }
    }

    private int readAll(Unfinished.Place place) throws IOException {
        var since = patience.now();
        var part = new Part();
        for (int got = request.doRead(part); got >= 0; got = request.doRead(part)) {
            if (!place.grow(got) || patience.isOver(since, length)) {
                // What it still sends is not waited for.
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                return HttpServletResponse.SC_REQUEST_TIMEOUT;
            }
            if (length + got > longest) {
                return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            }
            keep(part.bytes);
        }
        blocks.forEach(ByteBuffer::flip);
        return 0;
    }

    private void keep(ByteBuffer got) {
        length += got.remaining();
        while (got.hasRemaining()) {
            if (blocks.isEmpty() || !blocks.getLast().hasRemaining()) {
                blocks.add(ByteBuffer.allocate(BLOCK));
            }
            var block = blocks.getLast();
            var fits = Math.min(block.remaining(), got.remaining());
            block.put(got.slice().limit(fits));
            got.position(got.position() + fits);
        }
    }

    /** The connection's next request is read from the connection. */
    @Override
    public void close() {
        request.setInputBuffer(connection);
    }

    private static final class Part implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        /** Never asked of a reader of bodies. */
        @Override
        public void expand(int size) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Again implements InputBuffer {
        private final Deque<ByteBuffer> blocks;
        private int rest;

        Again(Deque<ByteBuffer> blocks, int length) {
            this.blocks = blocks;
            this.rest = length;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            var block = blocks.poll();
            if (block == null) {
                return -1;
            }
            var length = block.remaining();
            handler.setByteBuffer(block);
            rest -= length;
            return length;
        }

        @Override
        public int available() {
            return rest;
        }
    }
}
