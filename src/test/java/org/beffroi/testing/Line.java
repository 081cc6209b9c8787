package org.beffroi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection, spoken on by hand and as slowly as one likes. */
public final class Line implements AutoCloseable {
    private final Socket socket;

    private Line(Socket socket) {
        this.socket = socket;
    }

    /** @param address {@code http://host:port} */
    public static Line to(String address) {
        var place = URI.create(address);
        try {
            var socket = new Socket(InetAddress.getByName(place.getHost()), place.getPort());
            // Only a test that fails waits for so long.
            socket.setSoTimeout(60_000);
            return new Line(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Line says(String text) {
        return says(text.getBytes(StandardCharsets.UTF_8));
    }

    public Line says(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a post: its headers. */
    public Line posts(String path, String type, int length) {
        return says("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                        .formatted(path, type, length)
                + "Accept-Language: en\r\nConnection: close\r\n\r\n");
    }

    /** Everything until the server closes. */
    public String hears() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status line alone. */
    public String hearsStatus() {
        var line = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
