package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see. The desk and the observatory: all counts, as of now or of any day; so does anybody in a collection that is public
 * incident by incident. An agency: so much of its own region, and the nation as the public. The public: what it is told at the start of
 * each month, and that is never told otherwise; see {@link PublicRecord}.
 *
 * @param day as known at the start of this day; null for now
 */
record Sight(
        boolean published,
        @Nullable LocalDate day,
        @Nullable String region) {

    /** @param open whether the asked world is public incident by incident */
    static Sight of(Viewer viewer, FigureRequest question, boolean open, LocalDate today) {
        var wish = question.wish();
        if (wish != null && wish.isAfter(today)) {
            throw Refusal.invalid("observatory.error.future-day", wish.toString());
        }
        if (open || seesAll(viewer) || (question.region() != null && seesRegion(viewer, question))) {
            return new Sight(false, wish, question.region());
        }
        if (question.region() != null) {
            throw Refusal.notFound("observatory.error.not-your-region");
        }
        return new Sight(true, (wish == null ? today : wish).withDayOfMonth(1), null);
    }

    private static boolean seesAll(Viewer viewer) {
        return viewer.is(Role.OBSERVATORY, Role.ANALYST, Role.LEAD);
    }

    private static boolean seesRegion(Viewer viewer, FigureRequest question) {
        return viewer.is(Role.AGENCY)
                && question.national()
                && viewer.scope().regions().contains(question.region());
    }

    Instant knownAt(Instant now) {
        return day == null ? now : Paris.startOf(day);
    }
}
