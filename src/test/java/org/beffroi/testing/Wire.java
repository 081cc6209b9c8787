package org.beffroi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between a browser and the site: it can be cut and mended, or lose the answers. */
public final class Wire implements AutoCloseable {
    private enum State {
        WHOLE,
        CUT,
        LOSES_ANSWERS
    }

    private final int site;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;
    private volatile ServerSocket ear;

    public Wire(int site) {
        this.site = site;
        this.ear = listen(0);
        this.port = ear.getLocalPort();
    }

    /** Where the browser asks. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public void cut() {
        state = State.CUT;
        close(ear);
        drop();
    }

    /** What is asked arrives; what is answered does not. */
    public void loseAnswers() {
        state = State.LOSES_ANSWERS;
        drop();
    }

    public void mend() {
        if (state == State.CUT) {
            ear = listen(port);
        }
        state = State.WHOLE;
        drop();
    }

    private ServerSocket listen(int where) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
            Thread.ofVirtual().start(() -> accept(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var browser = server.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), site);
                open.add(browser);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(browser, there, false));
                Thread.ofVirtual().start(() -> pass(there, browser, true));
            } catch (IOException cut) {
                // So it is when the ear is closed.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answer && state == State.LOSES_ANSWERS) {
                    close(to);
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // One end went.
        } finally {
            close(from);
            close(to);
        }
    }

    private void drop() {
        open.forEach(Wire::close);
        open.clear();
    }

    private static void close(AutoCloseable some) {
        try {
            some.close();
        } catch (Exception e) {
            // It was to go.
        }
    }

    @Override
    public void close() {
        cut();
    }
}
