package org.beffroi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTimeTest {
    private static final Instant NIGHT = Instant.parse("2026-11-24T02:12:59Z");
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
    private static final ReadableTime ENGLISH = ReadableTime.in(Locale.ENGLISH);
    private static final ReadableTime FRENCH = ReadableTime.in(Locale.FRENCH);

    /** No-break spaces are for the screen, not for the reader of a test. */
    private static String plain(String said) {
        return said.replace('\u00A0', ' ');
    }

    @Test
    void saysDayAndHourAsEachLanguageDoes() {
        assertThat(ENGLISH.at(NIGHT)).isEqualTo("24 Nov 2026, 03:12");
        assertThat(plain(FRENCH.at(NIGHT))).isEqualTo("24 nov. 2026 à 03 h 12");
    }

    @ParameterizedTest
    @CsvSource({"en-US, '24 Nov 2026, 03:12'", "en-GB, '24 Nov 2026, 03:12'", "fr-CA, 24 nov. 2026 à 03 h 12"})
    void writesAmericanEnglishAndCanadianFrenchNoOtherWay(String language, String said) {
        assertThat(plain(ReadableTime.in(Locale.forLanguageTag(language)).at(NIGHT)))
                .isEqualTo(said);
    }

    @Test
    void neverBreaksAnHourOverTwoLines() {
        assertThat(FRENCH.at(NIGHT)).endsWith("03\u00A0h\u00A012");
    }

    @Test
    void saysTheFirstOfAMonthInFrenchAsAnOrdinal() {
        var first = LocalDate.of(2026, 8, 1);
        assertThat(FRENCH.day(first)).isEqualTo("1ᵉʳ août 2026");
        assertThat(FRENCH.longDay(LocalDate.of(2026, 8, 11))).isEqualTo("11 août 2026");
        assertThat(ENGLISH.longDay(first)).isEqualTo("1 August 2026");
    }

    @Test
    void saysTheHourThereAndInParisWhereTheyDiffer() {
        assertThat(ENGLISH.at(NIGHT, REUNION)).isEqualTo("24 Nov 2026, 06:12 (Réunion), 03:12 (Paris)");
        assertThat(plain(FRENCH.at(NIGHT, REUNION))).isEqualTo("24 nov. 2026 à 06 h 12 (La Réunion), 03 h 12 (Paris)");
    }

    @Test
    void saysBothDaysWhereMidnightLiesBetween() {
        assertThat(ENGLISH.at(NIGHT, ZoneId.of("America/Cayenne")))
                .isEqualTo("23 Nov 2026, 23:12 (Cayenne), 24 Nov 2026, 03:12 (Paris)");
    }

    @Test
    void namesParisOnlyOnPaperThatTravels() {
        assertThat(ENGLISH.at(NIGHT, Paris.ZONE)).isEqualTo("24 Nov 2026, 03:12");
        assertThat(ENGLISH.at(NIGHT, ZoneId.of("Europe/Berlin"))).isEqualTo("24 Nov 2026, 03:12");
        assertThat(ENGLISH.atWithPlace(NIGHT, Paris.ZONE)).isEqualTo("24 Nov 2026, 03:12 (Paris)");
    }

    @Test
    void tellsApartTheHourThatComesTwiceInOctober() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(plain(ENGLISH.at(first))).isEqualTo("25 Oct 2026, 02:30 UTC+02:00");
        assertThat(plain(ENGLISH.at(first.plusSeconds(3600)))).isEqualTo("25 Oct 2026, 02:30 UTC+01:00");
        assertThat(ENGLISH.at(first.plusSeconds(7200))).isEqualTo("25 Oct 2026, 03:30");
    }
}
