package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.correspondence.domain.Numbers.Phone;
import org.beffroi.declaration.StructureSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static StructureSnapshot in(String country, String department) {
        return new StructureSnapshot(
                null, "CH", null, country, null, null, false, null, department.isEmpty() ? null : department, null);
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "06.12.34.56.78, +33612345678",
        "0612345678, +33612345678",
        "+33 6 12 34 56 78, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0033 6 12 34 56 78, +33612345678",
        "07 56 12 34 56, +33756123456",
        "0690 35 12 34, +590690351234",
        "0694 20 12 34, +594694201234",
        "0696 20 12 34, +596696201234",
        "06 92 12 34 56, +262692123456",
        "0693 01 23 45, +262693012345",
        "0639 01 23 45, +262639012345",
        "+33 692 12 34 56, +262692123456",
        "+262 692 12 34 56, +262692123456",
        "+32 470 12 34 56, +32470123456"
    })
    void aMobileHasTheCodeOfItsCountryWhoeverWritesIt(String written, String e164) {
        for (var department : new String[] {"75", "974", "971", ""}) {
            assertThat(Numbers.in(written, in("FR", department)))
                    .as(department)
                    .singleElement()
                    .isEqualTo(new Phone(e164, Numbers.shown(e164), true));
        }
    }

    @ParameterizedTest
    @CsvSource({"01 40 12 34 56, +33140123456", "0590 20 12 34, +590590201234", "0262 90 12 34, +262262901234"})
    void aLandlineTakesNoTextMessage(String written, String e164) {
        assertThat(Numbers.in(written, in("FR", "75"))).singleElement().satisfies(number -> {
            assertThat(number.e164()).isEqualTo(e164);
            assertThat(number.mobile()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06 39 98 12 34", "08 99 12 34 56", "BEF-2026-004821", "12 mars 2026", "poste 4512", "", "+"})
    void whatIsNoNumberOfAnybodyIsNone(String written) {
        assertThat(Numbers.in(written, in("FR", "75"))).isEmpty();
    }

    @Test
    void findsThemAmongWordsInTheirOrder() {
        assertThat(Numbers.in(
                        "standard de secours 01 40 12 34 56, cadre de garde 06 12 34 56 78 ou 0692 12 34 56 (Réunion)",
                        in("FR", "75")))
                .extracting(Phone::e164)
                .containsExactly("+33140123456", "+33612345678", "+262692123456");
    }

    @Test
    void elsewhereNumbersAreThoseOfTheCountry() {
        assertThat(Numbers.in("0470 12 34 56", in("BE", "")))
                .extracting(Phone::e164)
                .containsExactly("+32470123456");
        assertThat(Numbers.in("055 12 34", in("FR", "975")))
                .extracting(Phone::e164)
                .containsExactly("+508551234");
    }

    @Test
    void isShownAsItIsDialledFromFrance() {
        assertThat(Numbers.shown("+33612345678")).isEqualTo("06\u00A012\u00A034\u00A056\u00A078");
        assertThat(Numbers.shown("+262692123456")).startsWith("0692");
        assertThat(Numbers.shown("+32470123456")).startsWith("+32");
        assertThat(Numbers.shown("nothing")).isEqualTo("nothing");
    }
}
