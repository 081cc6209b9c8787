package org.beffroi.platform.intake;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * The door of the house. A request is let in once its body is there, whole: until then it waits on a thread that costs nothing, and takes no
 * place from the others. Within, no more are at work at once than the database has connections for; who waits, waits here.
 *
 * <p>A body that lies in the connection's buffer already, as nearly every declaration does, is passed by untouched.
 */
final class Door extends ValveBase {
    /** Where {@link AnswerLater} finds the place within. */
    static final String INSIDE = Door.class.getName();

    /** The API's bodies; large enough for a description far too long to be answered with the limit that it breaks. */
    static final int LONGEST_CALL = 12 * 1024 * 1024;
    /** Forms, whose text is longer on the way than what was typed. */
    static final int LONGEST_FORM = 16 * 1024 * 1024;

    private static final String LENGTH = "Content-Length";

    private final Semaphore places;
    /**
     * Calls one after the other in, from a thread that is not a virtual one. A virtual thread is never interrupted, and wakes others on its
     * own carrier: a few connections with many requests each would go on among themselves, and a newcomer not even begin. Whoever is called
     * from here stands in line with all.
     */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("door").factory());

    private final Unfinished unfinished;
    private final Patience patience;

    Door(int places, Unfinished unfinished, Patience patience) {
        super(true);
        this.places = new Semaphore(places);
        this.unfinished = unfinished;
        this.patience = patience;
    }

    /** A place within, given back once: when the answer is made, or, if that went wrong, when the request is over. */
    final class Inside implements AutoCloseable {
        private boolean given;

        @Override
        public void close() {
            if (!given) {
                given = true;
                places.release();
            }
        }
    }

    @Override
    protected void stopInternal() throws LifecycleException {
        super.stopInternal();
        keeper.shutdown();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!saysItsLength(request.getCoyoteRequest())) {
            refuseUnread(request.getCoyoteRequest(), response);
            enter(request, response);
            return;
        }
        if (isWhole(request)) {
            enter(request, response);
            return;
        }
        var coyote = request.getCoyoteRequest();
        try (var place = unfinished.enter(String.valueOf(request.getRemoteAddr()), LineProtocol.hangUp(coyote));
                var body = new Body(coyote, longest(request), patience)) {
            var refused = body.read(place);
            if (refused != 0) {
                response.sendError(refused);
            }
            place.whole();
            enter(request, response);
        }
    }

    private void enter(Request request, Response response) throws IOException, ServletException {
        CompletableFuture.runAsync(places::acquireUninterruptibly, keeper).join();
        try (var inside = new Inside()) {
            request.setAttribute(INSIDE, inside);
            getNext().invoke(request, response);
        }
    }

    /** Not twice, and as a number: where readers may differ on where a request ends, none should begin. */
    private static boolean saysItsLength(org.apache.coyote.Request coyote) {
        try {
            return coyote.getContentLengthLong() >= 0 || coyote.getHeader(LENGTH) == null;
        } catch (IllegalArgumentException notOneNumber) {
            return false;
        }
    }

    /** The connection ends with the answer; and nobody who makes it stumbles over the same length. */
    private static void refuseUnread(org.apache.coyote.Request coyote, Response response) throws IOException {
        coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        coyote.getMimeHeaders().removeHeader(LENGTH);
        coyote.setContentLength(0);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static int longest(Request request) {
        return request.getRequestURI().startsWith("/api/") ? LONGEST_CALL : LONGEST_FORM;
    }

    /** No body, or one that has come along with its headers. */
    private static boolean isWhole(Request request) {
        var coyote = request.getCoyoteRequest();
        var length = coyote.getContentLengthLong();
        if (length < 0) {
            return coyote.getHeader("Transfer-Encoding") == null;
        }
        if (length > 0 && length <= LONGEST_CALL) {
            coyote.action(ActionCode.AVAILABLE, true);
            return coyote.getAvailable() >= length;
        }
        return length == 0;
    }
}
