package org.beffroi.observatory.web;

import java.util.Objects;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * A world as it is presented: what it is, from whom, under which licence.
 *
 * @param code as in the address; null for the national figures
 * @param source null when it is not known
 */
public record WorldCard(
        @Nullable String code,
        String title,
        String about,
        @Nullable Source source) {

    /** Where the incidents come from. */
    public record Source(String name, String licence, String address) {}

    static WorldCard of(World world, FigureWords words) {
        if (world.equals(World.NATIONAL)) {
            return new WorldCard(null, words.text("title"), words.text("lead"), null);
        }
        return words.world(world)
                .map(term -> new WorldCard(
                        world.code(),
                        words.label(term),
                        said(term.attribute(words.isFrench() ? "about_fr" : "about_en")),
                        new Source(
                                said(term.attribute("from")),
                                said(term.attribute("licence")),
                                said(term.attribute("address")))))
                .orElseGet(() -> new WorldCard(
                        world.code(), words.text("world.title", world.code()), words.text("world.about"), null));
    }

    private static String said(@Nullable String attribute) {
        return Objects.requireNonNullElse(attribute, "");
    }
}
