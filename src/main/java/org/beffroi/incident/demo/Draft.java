package org.beffroi.incident.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.declaration.Answers;
import org.beffroi.incident.Assessment;
import org.jspecify.annotations.Nullable;

/** What is known of one incident so far, by the structure and by the desk. */
final class Draft {
    private final String state;
    private final boolean helpWanted;
    private final List<String> causes = new ArrayList<>();
    private String care;
    private @Nullable String endangerment;

    private Draft(String state, boolean helpWanted, String care, @Nullable String endangerment) {
        this.state = state;
        this.helpWanted = helpWanted;
        this.care = care;
        this.endangerment = endangerment;
    }

    static Draft outOfScope() {
        return new Draft("ONGOING", false, "NONE", null);
    }

    static Draft of(Profile profile, Dice dice) {
        int roll = dice.below(100);
        var care = roll < profile.care().getOrDefault("INTERRUPTED", 0)
                ? "INTERRUPTED"
                : roll
                                < profile.care().getOrDefault("INTERRUPTED", 0)
                                        + profile.care().getOrDefault("DEGRADED", 0)
                        ? "DEGRADED"
                        : "NONE";
        int stage = dice.below(100);
        var state = stage < 49 ? "RESOLVED" : stage < 68 ? "NOT_DIAGNOSED" : "ONGOING";
        var draft = new Draft(state, dice.chance(state.equals("RESOLVED") ? 10 : 30), care, harm(care, profile, dice));
        if (!state.equals("NOT_DIAGNOSED") && dice.chance(85)) {
            draft.causes.add(profile.cause());
        }
        return draft;
    }

    private static @Nullable String harm(String care, Profile profile, Dice dice) {
        if (!care.equals("NONE") && dice.chance(profile.harm())) {
            return dice.chance(5) ? "PROVEN" : "POTENTIAL";
        }
        int roll = dice.below(100);
        return roll < 55 ? "NONE" : roll < 70 ? "UNKNOWN" : null;
    }

    Answers fill(Answers answers, Profile profile, Dice dice) {
        var more = answers.with("care", care).with("state", state);
        if (endangerment != null) {
            more = more.with("endangerment", endangerment);
        }
        if (helpWanted) {
            more = more.with("helpWanted", "true")
                    .with("supportKinds", dice.pick(List.of("CONTAIN", "ANALYSE_TRACES", "RESTORE", "LEGAL")));
        }
        for (var change : known(profile).entrySet()) {
            more = more.with(change.getKey(), change.getValue().toArray(String[]::new));
        }
        if (care.equals("NONE") && state.equals("ONGOING") && dice.chance(30)) {
            return more;
        }
        var several = Math.min(profile.systems().size(), 1 + dice.below(3));
        return more.with("systems", profile.systems().subList(0, several).toArray(String[]::new))
                .with("dataKinds", profile.dataKinds().toArray(String[]::new))
                .with("dataEffects", profile.dataEffects().toArray(String[]::new))
                .with("reach", profile.reach())
                .with("perimeter", dice.chance(80) ? "ONE_SITE" : "SEVERAL_SITES");
    }

    private Map<String, List<String>> known(Profile profile) {
        return causeKnown() ? Map.of("causes", List.copyOf(causes), "origin", List.of(profile.origin())) : Map.of();
    }

    /** The structure has found the cause. */
    Map<String, List<String>> discover(Profile profile) {
        causes.add(profile.cause());
        return known(profile);
    }

    /** The desk knows better: the cause at last, or what was behind it. */
    void requalify(Profile profile) {
        if (!causeKnown()) {
            causes.add(profile.cause());
        } else {
            causes.clear();
            causes.add(profile.malicious() ? "ACCOUNT_COMPROMISE" : "HUMAN_ERROR");
        }
    }

    /** One step: care, then patients, then no care at all. */
    Map<String, List<String>> worsen() {
        var changes = new LinkedHashMap<String, List<String>>();
        if (care.equals("NONE")) {
            care = "DEGRADED";
            changes.put("care", List.of(care));
        } else if (!"POTENTIAL".equals(endangerment) && !"PROVEN".equals(endangerment)) {
            endangerment = "POTENTIAL";
            changes.put("endangerment", List.of(endangerment));
        } else if (care.equals("DEGRADED")) {
            care = "INTERRUPTED";
            changes.put("care", List.of(care));
        } else {
            endangerment = "PROVEN";
            changes.put("endangerment", List.of(endangerment));
        }
        return changes;
    }

    boolean causeKnown() {
        return !causes.isEmpty();
    }

    /** Whether it was over when it was declared. */
    boolean resolved() {
        return state.equals("RESOLVED");
    }

    boolean urgent() {
        return !care.equals("NONE") && !resolved();
    }

    Assessment judged(Profile profile) {
        var harmful = "POTENTIAL".equals(endangerment) || "PROVEN".equals(endangerment);
        return new Assessment(
                true,
                !care.equals("NONE"),
                harmful || !care.equals("NONE") ? "GRAVE" : null,
                causeKnown() ? profile.rsit() : null,
                causes,
                causeKnown() ? profile.origin() : "UNKNOWN",
                severity(harmful),
                harmful ? endangerment : null,
                care);
    }

    private String severity(boolean harmful) {
        if (harmful) {
            return "PROVEN".equals(endangerment) ? "S4" : "S3";
        }
        return switch (care) {
            case "INTERRUPTED" -> "S3";
            case "DEGRADED" -> "S2";
            default -> "S1";
        };
    }

    static Assessment notForTheDesk() {
        return new Assessment(false, false, null, null, List.of(), null, null, null, null);
    }
}
