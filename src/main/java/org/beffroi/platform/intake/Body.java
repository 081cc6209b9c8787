package org.beffroi.platform.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** One request's body, read to its end, then read again by the application as if it had come in at once. */
final class Body implements AutoCloseable {
    private final Request request;
    private final InputBuffer connection;
    private final int longest;
    private final Patience patience;
    private final ByteChunk whole = new ByteChunk();

    /** @param longest bytes */
    Body(Request request, int longest, Patience patience) {
        this.request = request;
        this.connection = request.getInputBuffer();
        this.longest = longest;
        this.patience = patience;
    }

    /** @return 0, or the status of the refusal: too long, too slow, or broken; what is read again is empty then */
    int read(Unfinished.Place place) {
        var refused = refusal(place);
        if (refused != 0) {
            whole.recycle();
        }
        request.setContentLength(whole.getLength());
        request.setInputBuffer(new Again(whole));
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
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    private int readAll(Unfinished.Place place) throws IOException {
        var since = patience.now();
        var part = new Part();
        for (int got = request.doRead(part); got >= 0; got = request.doRead(part)) {
            if (!place.grow(got) || patience.isOver(since, whole.getLength())) {
                // What it still sends is not waited for.
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                return HttpServletResponse.SC_REQUEST_TIMEOUT;
            }
            if (whole.getLength() + got > longest) {
                return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            }
            whole.append(part.bytes);
        }
        return 0;
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
        private final ByteBuffer rest;

        Again(ByteChunk whole) {
            this.rest = whole.isNull()
                    ? ByteBuffer.allocate(0)
                    : ByteBuffer.wrap(whole.getBytes(), whole.getStart(), whole.getLength());
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (!rest.hasRemaining()) {
                return -1;
            }
            var length = rest.remaining();
            handler.setByteBuffer(rest.slice());
            rest.position(rest.limit());
            return length;
        }

        @Override
        public int available() {
            return rest.remaining();
        }
    }
}
