package org.beffroi.observatory.web;

import java.util.List;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;

/** Where one can go from a page of figures: the other years, and the regions that the reader may open. */
public record Places(List<Integer> years, List<Region> regions) {
    /** A region's code and name. */
    public record Region(String code, String name) {}

    static Places of(
            List<Integer> years, Observatory observatory, Viewer viewer, FigureRequest question, FigureWords words) {
        return new Places(years, question.national() ? regions(observatory, viewer, words) : List.of());
    }

    private static List<Region> regions(Observatory observatory, Viewer viewer, FigureWords words) {
        if (!viewer.is(Role.OBSERVATORY, Role.ANALYST, Role.LEAD, Role.AGENCY)) {
            return List.of();
        }
        return observatory.regionsOf(viewer).stream()
                .map(code -> new Region(code, words.label("region", "region", code)))
                .toList();
    }
}
