package org.beffroi.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinessTest {
    @ParameterizedTest
    @ValueSource(strings = {"010000024", "01 000 002 4", " 01\u00A0000\u202F002 4 ", "01.000.002-4"})
    void readsHowPeopleTypeIt(String typed) {
        assertThat(Finess.parse(typed)).contains(new Finess("010000024"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01000002", "0100000244", "2C0000030", "A10000024", "01000002X", "' or 1=1", "٠١٠٠٠٠٠٢٤"})
    void refusesWhatIsNoNumber(String typed) {
        assertThat(Finess.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new Finess(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isShownInGroups() {
        assertThat(new Finess("010000024").spaced()).isEqualTo("01 000 002 4");
        assertThat(Finess.parse("2a0000030").orElseThrow().spaced()).isEqualTo("2A 000 003 0");
    }

    @Test
    void findsEveryWrongDigit() {
        for (int place = 0; place < 9; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var altered = new StringBuilder("010000024");
                altered.setCharAt(place, digit);
                boolean same = altered.toString().equals("010000024");
                assertThat(new Finess(altered.toString()).key()).isEqualTo(same ? Finess.Key.FITS : Finess.Key.WRONG);
            }
        }
    }

    @Test
    void onlyDoubtsAMisfitOfCorsica() {
        assertThat(new Finess("2A0000030").key()).isEqualTo(Finess.Key.FITS);
        assertThat(new Finess("2A0000031").key()).isEqualTo(Finess.Key.DOUBTFUL);
    }

    @Test
    void completesANumberWithItsKey() {
        assertThat(Finess.withKey("01000002")).isEqualTo(new Finess("010000024"));
    }

    @Test
    void fitsEveryNumberOfTheSurvey() throws IOException {
        var survey = RealData.SURVEY;
        assumeThat(survey).as("the survey's file is not here: skipped").exists();
        int numbers = 0;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(survey)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(";", 3);
                assertThat(new Finess(cells[0]).key()).as(cells[0]).isEqualTo(Finess.Key.FITS);
                assertThat(new Finess(cells[1]).key()).as(cells[1]).isEqualTo(Finess.Key.FITS);
                numbers++;
            }
        }
        assertThat(numbers).isEqualTo(3_975);
    }
}
