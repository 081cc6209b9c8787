package org.beffroi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicReferenceTest {
    static java.util.stream.Stream<PublicReference> references() {
        var random = new Random(20261122);
        return java.util.stream.Stream.generate(() -> new PublicReference(
                        2000 + random.nextInt(100), 1 + random.nextInt(2_000_000), random.nextBoolean()))
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("references")
    void isReadBackAsWritten(PublicReference reference) {
        assertThat(PublicReference.parse(reference.toString())).contains(reference);
    }

    @ParameterizedTest
    @MethodSource("references")
    void findsEveryWrongDigitAndEveryExchangeOfNeighbours(PublicReference reference) {
        var text = reference.toString();
        for (int i = 4; i < text.length() - 2; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                continue;
            }
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != text.charAt(i)) {
                    assertThat(PublicReference.parse(text.substring(0, i) + digit + text.substring(i + 1)))
                            .isEmpty();
                }
            }
            var next = text.charAt(i + 1);
            if (Character.isDigit(next) && next != text.charAt(i)) {
                assertThat(PublicReference.parse(text.substring(0, i) + next + text.charAt(i) + text.substring(i + 2)))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void whatWasRehearsedIsNotFoundUnderTheOtherLetters(PublicReference reference) {
        var other = reference.rehearsal()
                ? reference.toString().replace("EXE", "BEF")
                : reference.toString().replace("BEF", "EXE");
        assertThat(PublicReference.parse(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bef 2026 004821 %c", "BEF2026004821%c", " Bef-2026–004821.%c "})
    void acceptsHowPeopleTypeIt(String typed) {
        var reference = new PublicReference(2026, 4821);
        var check = reference.toString().charAt(16);
        assertThat(PublicReference.parse(typed.formatted(check).strip())).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BEF", "BEF-2026-4821-K", "CERT-2026-004821-K", "BEF-0000-000000-T", "' or 1=1 --"})
    void refusesWhatIsNone(String typed) {
        assertThat(PublicReference.parse(typed)).isEmpty();
    }
}
