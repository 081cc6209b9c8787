package org.beffroi.platform.intake;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP, of which a request knows the line that it comes by: whoever must give way is waiting for his next byte, and does not notice
 * by himself.
 */
public final class LineProtocol extends Http11NioProtocol {
    /** Of the notes of a request, one that Tomcat leaves to others. */
    private static final int LINE = 24;

    @Override
    protected Processor createProcessor() {
        return new Knowing(this);
    }

    private static final class Knowing extends Http11Processor {
        Knowing(LineProtocol protocol) {
            super((AbstractHttp11Protocol<?>) protocol, protocol.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
            request.setNote(LINE, wrapper.getSocket() instanceof NioChannel channel ? channel.getIOChannel() : null);
            return super.service(wrapper);
        }
    }

    /**
     * What ends the line's incoming side, from any thread: who waits for bytes learns that there are no more, and can still answer. The
     * channel is the JDK's own, used for this one connection: closing Tomcat's wrapper of it, which is used again, would be another's end.
     */
    static Runnable hangUp(Request request) {
        var line = request.getNote(LINE);
        return () -> {
            if (line instanceof SocketChannel channel) {
                try {
                    channel.shutdownInput();
                } catch (IOException alreadyOver) {
                    // That is what was wanted.
                }
            }
        };
    }
}
