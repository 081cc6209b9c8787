package org.beffroi.journey;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.beffroi.testing.Visit;

/** The declaration form under a finger. */
final class DeclarationPage {
    static final Pattern REFERENCE = Pattern.compile("BEF-\\d{4}-\\d{6}-[0-9A-Z]");

    private final Visit visit;
    private final Page page;

    private DeclarationPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static DeclarationPage open(Visit visit) {
        visit.open("/declare");
        return new DeclarationPage(visit);
    }

    /** As on a keyboard, so that suggestions come. */
    DeclarationPage types(String structure) {
        page.locator("#f-structure").pressSequentially(structure);
        return this;
    }

    DeclarationPage picks(String finess) {
        page.check("input[name=structure][value='" + finess + "']");
        return this;
    }

    /** The five other questions that must be answered. */
    DeclarationPage answers(String name, String description) {
        page.fill("#f-name", name);
        page.fill("#f-phone", "06 12 34 56 78");
        page.fill("#f-description", description);
        page.check("input[name=care][value=DEGRADED]");
        return this;
    }

    Page sends() {
        page.locator("#declaration button.bell").first().click();
        return page;
    }

    Visit visit() {
        return visit;
    }
}
