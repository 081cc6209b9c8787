package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.beffroi.directory.Capacity;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final LocalDate CLOSURE = LocalDate.of(2025, 3, 31);
    private static final Capacity EMERGENCY =
            new Capacity(true, false, 38_394, true, true, 354, 12, Set.of("EMERGENCY"));

    @Test
    void keepsWhatANewerFileDoesNotSay() {
        var survey = entry(false, null, EMERGENCY, new Position(46.2, 5.2), "Place de la Mairie");
        var kept = survey.updatedBy(entry(false, null, null, null, null));
        assertThat(kept).isEqualTo(survey);
    }

    @Test
    void closesByAFileThatKnowsClosuresAndOpensAgainByIt() {
        var closed = entry(true, null, null, null, null).updatedBy(entry(true, CLOSURE, null, null, null));
        assertThat(closed.closedOn()).isEqualTo(CLOSURE);
        assertThat(closed.updatedBy(entry(true, null, null, null, null)).closedOn())
                .isNull();
    }

    @Test
    void staysClosedWhenAFileKnowsNothingOfClosures() {
        var closed = entry(true, CLOSURE, null, null, null);
        assertThat(closed.updatedBy(entry(false, null, EMERGENCY, null, null)).closedOn())
                .isEqualTo(CLOSURE);
    }

    @Test
    void putsEmergencyDepartmentsBeforeManyBeds() {
        var large = new Capacity(false, false, null, false, false, 1_500, null, Set.of());
        assertThat(entry(true, null, EMERGENCY, null, null).weight())
                .isGreaterThan(entry(true, null, large, null, null).weight());
    }

    private static Entry entry(
            boolean closureSaid,
            @Nullable LocalDate closedOn,
            @Nullable Capacity capacity,
            @Nullable Position position,
            @Nullable String address) {
        return new Entry(
                "010000024",
                new LegalEntity("010780054", null, null, null),
                "CH DU VAL",
                null,
                "355",
                null,
                "84",
                "01",
                "VAL",
                null,
                address,
                null,
                position,
                null,
                closureSaid,
                closedOn,
                capacity,
                capacity == null ? null : List.of(new Contact(Contact.Kind.PHONE, "0400000000", null, false, true)));
    }
}
