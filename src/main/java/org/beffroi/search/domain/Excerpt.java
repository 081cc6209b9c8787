package org.beffroi.search.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.incident.SearchText.Kind;

/**
 * A piece of a text in which something was found.
 *
 * @param kind what text it is
 * @param at when it was written
 * @param address where it is read whole
 * @param pieces as it was written, in order
 */
public record Excerpt(Kind kind, Instant at, String address, List<Piece> pieces) {

    /** @param marked a word that was looked for */
    public record Piece(String text, boolean marked) {}

    public String plain() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
