package org.beffroi.platform.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** As much of HTTP/1.1 as our own server's answers need: a length, or chunks. */
record Answer(int status, boolean last, String body) {
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Empty while the answer is not whole. */
    static Optional<Answer> read(byte[] received, int length) {
        var text = new String(received, 0, length, StandardCharsets.ISO_8859_1);
        var end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return Optional.empty();
        }
        var head = text.substring(0, end).toLowerCase(Locale.ROOT) + "\r\n";
        var rest = text.substring(end + END_OF_HEAD.length());
        var announced = header(head, "content-length");
        var whole = announced.isEmpty() ? rest.endsWith("0\r\n\r\n") : rest.length() >= Integer.parseInt(announced);
        return whole
                ? Optional.of(new Answer(
                        Integer.parseInt(head.substring(9, 12)),
                        header(head, "connection").equals("close"),
                        rest))
                : Optional.empty();
    }

    private static String header(String head, String name) {
        var start = head.indexOf("\r\n" + name + ":");
        if (start < 0) {
            return "";
        }
        var value = start + name.length() + 3;
        return head.substring(value, head.indexOf("\r\n", value)).strip();
    }

    /** The public reference given to a declaration. */
    Optional<String> reference() {
        var start = body.indexOf("\"BEF-");
        return start < 0 ? Optional.empty() : Optional.of(body.substring(start + 1, body.indexOf('"', start + 1)));
    }
}
