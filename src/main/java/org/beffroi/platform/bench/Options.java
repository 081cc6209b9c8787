package org.beffroi.platform.bench;

import java.util.List;

/**
 * What was asked for.
 *
 * @param clients how many connections send at once, each waiting for its answer before it sends again
 * @param seconds how long it is measured, with its control, in all
 */
record Options(boolean json, int clients, int seconds) {
    private static final int MOST_CLIENTS = 1000;
    private static final int MOST_SECONDS = 600;

    /** @throws IllegalArgumentException with a sentence for the operator */
    static Options parse(List<String> arguments, int clients) {
        var options = new Options(false, clients, 30);
        var words = arguments.stream()
                .flatMap(argument -> argument.startsWith("--")
                        ? List.of(argument.split("=", 2)).stream()
                        : List.of(argument).stream())
                .iterator();
        while (words.hasNext()) {
            var word = words.next();
            options = switch (word) {
                case "--json" -> new Options(true, options.clients, options.seconds);
                case "--clients" ->
                    new Options(
                            options.json,
                            number(word, words.hasNext() ? words.next() : "", MOST_CLIENTS),
                            options.seconds);
                case "--seconds" ->
                    new Options(
                            options.json,
                            options.clients,
                            number(word, words.hasNext() ? words.next() : "", MOST_SECONDS));
                default -> throw new IllegalArgumentException("there is no option «" + word + "»");
            };
        }
        return options;
    }

    private static int number(String option, String typed, int most) {
        if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        throw new IllegalArgumentException("%s wants a number from 1 to %d".formatted(option, most));
    }
}
