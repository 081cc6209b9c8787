package org.beffroi.incident.domain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * The queue's filters as they stand in an address; all may be left out.
 *
 * @param view open, mine, unassigned or closed; open when left out
 * @param q words of a name or town, a FINESS number or a reference
 * @param verified true: only those known to come from their structure; false: only the others
 * @param kind incident, voluntary, near_miss or threat, as the vocabulary declaration-kind has them
 * @param world code of another world than the national one
 */
public record QueueFilter(
        @Nullable String view,
        @Nullable String region,
        @Nullable String q,
        @Nullable String world,
        @Nullable String verified,
        @Nullable String kind,
        @Nullable Integer page) {
    private static final int LONGEST = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{0,39}");

    /** Reads what {@link QueueQuery#address} writes. */
    static QueueFilter of(String address) {
        var said = new HashMap<String, String>();
        for (var part : address.split("&", -1)) {
            var name = part.replaceFirst("=.*", "");
            said.put(name, decoded(part.substring(Math.min(part.length(), name.length() + 1))));
        }
        return new QueueFilter(
                said.get("view"),
                said.get("region"),
                said.get("q"),
                said.get("world"),
                said.get("verified"),
                said.get("kind"),
                null);
    }

    /** What cannot be read finds nothing. */
    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            return written;
        }
    }

    public QueueQuery query() {
        var text = Objects.requireNonNullElse(q, "");
        return new QueueQuery(
                chosenView(),
                region == null || region.isBlank() ? null : region,
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                chosenWorld(),
                chosenVerification(),
                chosenKind(),
                Objects.requireNonNullElse(page, 1));
    }

    private QueueQuery.View chosenView() {
        if (view == null || view.isBlank()) {
            return QueueQuery.View.OPEN;
        }
        for (var known : QueueQuery.View.values()) {
            if (known.name().equals(view.toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        throw Refusal.invalid("incident.error.view", view);
    }

    private @Nullable Boolean chosenVerification() {
        if (verified == null || verified.isBlank()) {
            return null;
        }
        return switch (verified.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid("incident.error.verified", verified);
        };
    }

    private @Nullable String chosenKind() {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        var code = kind.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("incident.error.kind", kind);
        }
        return code;
    }

    private World chosenWorld() {
        if (world == null || world.isBlank()) {
            return World.NATIONAL;
        }
        try {
            return new World(world);
        } catch (IllegalArgumentException notACode) {
            throw Refusal.invalid("incident.error.world", world);
        }
    }
}
