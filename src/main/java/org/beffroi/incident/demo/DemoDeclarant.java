package org.beffroi.incident.demo;

import java.io.PrintStream;
import java.util.Set;
import org.beffroi.access.Access;
import org.beffroi.shared.DemoSeed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demonstration's declarant speaks for the hospital of the first story, so that there is something to follow. */
@Component
@Order(30)
class DemoDeclarant implements DemoSeed {
    private final Access access;
    private final Company company;

    DemoDeclarant(Access access, Company company) {
        this.access = access;
        this.company = company;
    }

    @Override
    public void sow(PrintStream progress) {
        var hospital = company.cast().hospitalOfTheFirstStory();
        access.openDeclarant("declarant@demo.beffroi", "Hélène Carpentier", "beffroi-demo", Set.of(hospital.id()));
    }
}
