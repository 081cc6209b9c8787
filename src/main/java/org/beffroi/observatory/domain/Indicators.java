package org.beffroi.observatory.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All indicators: what is counted, of what. The words for people are the messages {@code observatory.figure.<key>},
 * {@code observatory.breakdown.<key>}, their {@code .what} and {@code observatory.base.<key>}.
 *
 * <p>Repeat declarants have two forms. The report of 2019 says that 55 structures declared more than 2 incidents and 7 more than 4, among
 * 300 structures and 392 incidents. Within that year it cannot be: 245 × 1 + 48 × 3 + 7 × 5 = 424 incidents at the least. Counted since
 * the arrangement began, 1 October 2017, it can. So both are given, and each says which it is.
 */
public final class Indicators {
    /** What is divided by. */
    public static final List<String> BASES =
            List.of("incidents", "handled", "structures", "structures-since", "obliged", "sought", "closed");

    private static final String REPORT = "OBSERVATORY_REPORT";
    private static final String OURS = "BEFFROI";

    /**
     * One figure.
     *
     * @param counted the cell that is its number
     * @param of the cell that it is a share of; null when it is no share
     * @param grows whether it is compared with the year before
     * @param source who counts it so
     */
    public record FigureDefinition(
            String key, String counted, @Nullable String of, boolean grows, String source) {

        /** The cell of those that say nothing on it. Where it holds all there are, the figure is not zero: it is not known. */
        @Nullable
        String unsaid() {
            return switch (key) {
                case "endangered", "endangered-proven" -> "endangerment/UNKNOWN";
                case "degraded" -> "care/" + CountedCase.NOT_SAID;
                case "resolved", "not-diagnosed" -> "state/" + CountedCase.NOT_SAID;
                case "same-day", "within-24-hours" -> "delay/NOT_KNOWN";
                case "malicious" -> "origin/UNKNOWN";
                default -> null;
            };
        }
    }

    /** A count taken apart by a vocabulary. */
    public record BreakdownDefinition(
            String key, @Nullable String vocabulary, String of, boolean partition, List<String> codes, String source) {}

    public static final List<FigureDefinition> FIGURES = List.of(
            new FigureDefinition("incidents", "incidents", null, true, REPORT),
            new FigureDefinition("structures", "structures", null, true, REPORT),
            new FigureDefinition("handled", "handled", "incidents", false, REPORT),
            new FigureDefinition("malicious", "origin/MALICIOUS", "incidents", false, REPORT),
            new FigureDefinition("endangered", "endangered", "handled", false, REPORT),
            new FigureDefinition("endangered-proven", "endangerment/PROVEN", "handled", false, REPORT),
            new FigureDefinition("degraded", "degraded", "structures", false, REPORT),
            new FigureDefinition("support", "support/REQUESTED", "incidents", true, REPORT),
            new FigureDefinition("ransomware", "cause/RANSOMWARE", "incidents", true, REPORT),
            new FigureDefinition("resolved", "state/RESOLVED", "incidents", false, REPORT),
            new FigureDefinition("not-diagnosed", "state/NOT_DIAGNOSED", "incidents", false, REPORT),
            new FigureDefinition("same-day", "delay/SAME_DAY", "incidents", false, REPORT),
            new FigureDefinition("within-24-hours", "within-24-hours", "incidents", false, REPORT),
            new FigureDefinition("more-than-2", "repeat-more-than-2", "structures", false, REPORT),
            new FigureDefinition("more-than-4", "repeat/MORE_THAN_4", "structures", false, REPORT),
            new FigureDefinition("more-than-2-since", "repeat-since-more-than-2", "structures-since", false, REPORT),
            new FigureDefinition("more-than-4-since", "repeat-since/MORE_THAN_4", "structures-since", false, REPORT),
            new FigureDefinition("obliged-declared", "obliged-declared", "obliged", false, REPORT),
            new FigureDefinition("entry-point-found", "entry-point/FOUND", "sought", false, OURS));

    public static final List<BreakdownDefinition> BREAKDOWNS = List.of(
            new BreakdownDefinition("month", null, "incidents", true, months(), REPORT),
            new BreakdownDefinition("region", "region", "incidents", true, List.of("NOT_KNOWN"), REPORT),
            new BreakdownDefinition("country", "country", "incidents", true, List.of(), OURS),
            new BreakdownDefinition("group", "structure-group", "incidents", true, List.of("NOT_KNOWN"), REPORT),
            new BreakdownDefinition("state", "state", "incidents", true, List.of(CountedCase.NOT_SAID), REPORT),
            new BreakdownDefinition(
                    "delay",
                    null,
                    "incidents",
                    true,
                    List.of("SAME_DAY", "WITHIN_24_HOURS", "LATER", "NOT_KNOWN"),
                    REPORT),
            new BreakdownDefinition("origin", "origin", "incidents", true, List.of(), REPORT),
            new BreakdownDefinition("cause", "cause", "incidents", false, List.of(), REPORT),
            new BreakdownDefinition("data-effect", "data-effect", "incidents", false, List.of(), REPORT),
            new BreakdownDefinition("care", "care-effect", "incidents", true, List.of(CountedCase.NOT_SAID), REPORT),
            new BreakdownDefinition("endangerment", "endangerment", "handled", true, List.of(), REPORT),
            new BreakdownDefinition(
                    "repeat", null, "structures", true, List.of("UP_TO_2", "3_OR_4", "MORE_THAN_4"), REPORT),
            new BreakdownDefinition("outcome", "outcome", "incidents", true, List.of(CountedCase.OPEN), OURS),
            new BreakdownDefinition("entry-point", "entry-point", "closed", true, List.of(CountedCase.NOT_SAID), OURS));

    private Indicators() {}

    private static List<String> months() {
        return List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
    }
}
