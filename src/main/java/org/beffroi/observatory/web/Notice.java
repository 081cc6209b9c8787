package org.beffroi.observatory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.beffroi.observatory.domain.Stage;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.shared.Paris;

/**
 * What must be known before the figures are read: why there are no more of them, when they come, what a part of a year may be compared with.
 *
 * @param warns whether the figures below are not yet all there are
 */
public record Notice(String title, String text, boolean warns) {

    static List<Notice> of(YearFigures year, FigureWords words) {
        var notices = new ArrayList<Notice>();
        if (year.stage() == Stage.RUNNING) {
            notices.add(awaiting(year, words));
        } else if (year.stage() == Stage.RELEASED) {
            notices.add(new Notice(
                    words.text("released.title", releaseDay(year, words)), words.text("released.text"), false));
        } else if (year.period().part()) {
            notices.add(new Notice(words.text("part.title"), words.text("part.text"), true));
        }
        var first = year.period().firstMonth();
        if (first != null) {
            var month = words.label("month", null, first);
            notices.add(new Notice(words.text("began.title", month), words.text("began.text"), true));
        }
        return notices;
    }

    private static Notice awaiting(YearFigures year, FigureWords words) {
        var day = releaseDay(year, words);
        var key = year.period().part() ? "running.title" : isLate(year) ? "running.late" : "running.over";
        return new Notice(words.text(key, day), words.text("running.text", day), true);
    }

    /** Whether a release day has passed on which too little was known. */
    private static boolean isLate(YearFigures year) {
        LocalDate due = Objects.requireNonNull(year.releaseOn()).withYear(year.year() + 1);
        return !year.knownAt().atZone(Paris.ZONE).toLocalDate().isBefore(due);
    }

    private static String releaseDay(YearFigures year, FigureWords words) {
        return words.date(Objects.requireNonNull(year.releaseOn()));
    }
}
