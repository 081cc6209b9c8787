package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beffroi.access.Viewer;
import org.beffroi.search.domain.Found.State;
import org.beffroi.shared.Refusal;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever is typed: an answer, and never a fault of the database. */
@BeffroiTest
class TypedAnyhowTest {
    private static int nights;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Desk desk;
    private Town town;
    private Viewer analyst;
    private String night = "";

    @BeforeEach
    void aNight() {
        night = "matin" + ++nights + "zk";
        desk = new Desk(context, port);
        town = new Town(context);
        analyst = desk.viewer("analyst");
    }

    private Town.Declared declares(String words) {
        return town.declares(House.VALLEBRUNE, "Nadia Perrin", words + " " + night);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-facture", "de la", "the of", "\"de\"", "or", "-\"de la\"", "…", "' \" <", "-", "!!! & | ( :*"})
    void saysWhereThereIsNothingToLookFor(String typed) {
        assertThat(desk.find(typed, analyst).state()).isEqualTo(State.NOTHING_TO_FIND);
    }

    @Test
    void leavesOutWordsThatAreEverywhere() {
        declares("Panne messagerie");
        desk.index();
        assertThat(desk.find("panne de la messagerie " + night, analyst).count())
                .isEqualTo(1);
        assertThat(desk.find("or " + night + " or", analyst).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\\",
                "a:*",
                "':*",
                "a & b | !c",
                "<->",
                "%_",
                "'; drop table search.file; --",
                "\u0000a",
                "😀",
                "ALL/national/open",
                "\"\"\"",
                "((((",
                "a' | 'b",
                "\\' | b",
                "٣٤ 漢字",
                "-a -b c",
                "1e10 0x1f 1.5e-3",
                "..",
                "2026-11-22"
            })
    void takesWhateverIsTyped(String typed) {
        assertThat(desk.find(typed, analyst).state()).isNotNull();
        assertThat(desk.find(night + " " + typed, analyst).count()).isZero();
    }

    /** What is chosen is typed, too, by whoever writes the address. */
    @ParameterizedTest
    @ValueSource(strings = {"'", "84' | 'x", "\\", "84'", "<->", "a b", "…", "840000"})
    void refusesWhatIsNoRegion(String region) {
        var filter = new SearchFilter(night, null, null, null, region, null, null);
        assertThatThrownBy(() -> desk.find(filter, analyst))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("search.error.region"));
        assertThatThrownBy(() -> desk.find(filter, desk.viewer("agency"))).isInstanceOf(Refusal.class);
    }

    @Test
    void findsNothingInARegionThatIsNot() {
        declares("Panne messagerie");
        desk.index();
        assertThat(desk.find(new SearchFilter(night, null, null, null, "99", null, null), analyst)
                        .count())
                .isZero();
    }
}
