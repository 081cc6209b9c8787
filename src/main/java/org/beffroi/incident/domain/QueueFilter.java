package org.beffroi.incident.domain;

import java.util.Locale;
import java.util.Objects;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * The queue's filters as they stand in an address; all may be left out.
 *
 * @param view open, mine, unassigned or closed; open when left out
 * @param q words of a name or town, a FINESS number or a reference
 * @param verified true: only those known to come from their structure; false: only the others
 * @param world code of another world than the national one
 */
public record QueueFilter(
        @Nullable String view,
        @Nullable String region,
        @Nullable String q,
        @Nullable String world,
        @Nullable String verified,
        @Nullable Integer page) {
    private static final int LONGEST = 200;

    public QueueQuery query() {
        var text = Objects.requireNonNullElse(q, "");
        return new QueueQuery(
                chosenView(),
                region == null || region.isBlank() ? null : region,
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                chosenWorld(),
                chosenVerification(),
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
