package org.beffroi.declaration.domain;

import java.time.Clock;
import org.beffroi.declaration.Questions;
import org.beffroi.taxonomy.Taxonomy;

/** The form as it is asked today, for tests without the application. */
public final class TodaysForm {
    private TodaysForm() {}

    public static Questions questions() {
        return new DeclarationForm(new Taxonomy(), new NobodysDirectory(), Clock.systemUTC());
    }
}
