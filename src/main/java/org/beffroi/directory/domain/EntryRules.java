package org.beffroi.directory.domain;

import org.beffroi.directory.Finess;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.springframework.stereotype.Component;

/** What an entry must be to be taken, whatever file it comes from. */
@Component
class EntryRules {
    private final Categories categories;

    EntryRules(Categories categories) {
        this.categories = categories;
    }

    /** @return the entry in its region */
    Entry check(Entry entry) throws Rejected {
        number(entry.finess(), "site");
        var owner = entry.legalEntity();
        if (owner != null) {
            number(owner.finess(), "legal entity");
        }
        if (entry.name().isBlank()) {
            throw new Rejected(Reason.NO_NAME, "a structure needs a name to be found by");
        }
        if ((entry.name() + entry.longName() + entry.town()).indexOf('\uFFFD') >= 0) {
            throw new Rejected(Reason.BROKEN_TEXT, "bytes that are not UTF-8, in «" + entry.name() + "»");
        }
        if (!categories.known(entry.category())) {
            throw new Rejected(Reason.UNKNOWN_CATEGORY, "category «" + entry.category() + "»");
        }
        var region = categories.region(entry.department());
        if (region == null) {
            throw new Rejected(Reason.UNKNOWN_DEPARTMENT, "department «" + entry.department() + "»");
        }
        return entry.in(region);
    }

    /** Whether the number's key leaves a doubt, which is worth a warning. */
    static boolean doubtful(Entry entry) {
        return new Finess(entry.finess()).key() == Finess.Key.DOUBTFUL;
    }

    private static void number(String text, String whose) throws Rejected {
        var finess = Finess.parse(text)
                .filter(parsed -> parsed.value().equals(text))
                .orElseThrow(
                        () -> new Rejected(Reason.NOT_A_NUMBER, "«%s» as number of the %s".formatted(text, whose)));
        if (finess.key() == Finess.Key.WRONG) {
            throw new Rejected(
                    Reason.WRONG_KEY,
                    "%s of the %s should end with %s"
                            .formatted(
                                    text,
                                    whose,
                                    Finess.withKey(text.substring(0, 8)).value().charAt(8)));
        }
    }
}
