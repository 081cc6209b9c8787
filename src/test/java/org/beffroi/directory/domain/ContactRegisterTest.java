package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Contact.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactRegisterTest {
    private static final Register REGISTER = new Register();
    private static final Contact SWITCHBOARD = new Contact(Kind.PHONE, "0400000001", null, false, true);
    private static final Contact MOBILE = new Contact(Kind.PHONE, "06 12 34 56 78", "Astreinte", true, false);
    private static final Contact MAIL = new Contact(Kind.EMAIL, "rssi@example.org", "RSSI", false, false);

    private UUID structure = new UUID(0, 0);

    @BeforeEach
    void settle() throws Exception {
        REGISTER.empty();
        REGISTER.take(java.nio.file.Path.of(
                java.util.Objects.requireNonNull(getClass().getResource("/structures.csv"))
                        .toURI()));
        structure = REGISTER.structure("990000010").id();
        REGISTER.contacts
                .of(structure)
                .forEach(one -> REGISTER.jdbc
                        .sql("delete from directory.contact where structure = :id")
                        .param("id", structure)
                        .update());
    }

    @Test
    void putsFirstWhatWorksWhenTheirNetworkDoesNot() {
        REGISTER.contacts.keep(structure, SWITCHBOARD);
        REGISTER.contacts.keep(structure, MAIL);
        REGISTER.contacts.keep(structure, MOBILE);
        assertThat(REGISTER.contacts.of(structure)).containsExactly(MOBILE, MAIL, SWITCHBOARD);
    }

    @Test
    void keepsTheSameNumberOnceAsItWasSaidLast() {
        REGISTER.contacts.keep(structure, MOBILE);
        var renamed = new Contact(Kind.PHONE, MOBILE.value(), "Directeur", false, false);
        REGISTER.contacts.keep(structure, renamed);
        assertThat(REGISTER.contacts.of(structure)).containsExactly(renamed);
    }

    @Test
    void dropsWhatWasKeptByHandAndNothingOfTheRegister() {
        REGISTER.contacts.keep(structure, SWITCHBOARD);
        REGISTER.contacts.keep(structure, MOBILE);
        REGISTER.contacts.drop(structure, Kind.PHONE, MOBILE.value());
        REGISTER.contacts.drop(structure, Kind.PHONE, SWITCHBOARD.value());
        assertThat(REGISTER.contacts.of(structure)).containsExactly(SWITCHBOARD);
    }

    @Test
    void showsFrenchNumbersInPairsAndOthersAsTheyWereWritten() {
        assertThat(SWITCHBOARD.shown()).isEqualTo("04\u00A000\u00A000\u00A000\u00A001");
        assertThat(new Contact(Kind.PHONE, "+590 590 00 00 00", null, false, false).shown())
                .isEqualTo("+590 590 00 00 00");
    }
}
