package org.beffroi.incident.demo;

import java.util.List;

/** What people of the demonstration write and are called. No patient is among them. */
record Words(
        List<String> notes,
        List<String> silence,
        List<String> found,
        List<String> reopened,
        List<String> worse,
        List<String> firstNames,
        List<String> lastNames,
        List<String> functions) {

    String person(Dice dice) {
        return dice.pick(firstNames) + " " + dice.pick(lastNames);
    }

    /** A number of the range kept for fiction (ARCEP). */
    static String mobile(Dice dice) {
        return "06 39 98 %02d %02d".formatted(dice.below(100), dice.below(100));
    }
}
