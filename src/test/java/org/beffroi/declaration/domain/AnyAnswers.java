package org.beffroi.declaration.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.beffroi.declaration.Answers;

/** Answers as nobody means them: true ones, half ones, other questions' ones and none, the same again from the same seed. */
final class AnyAnswers {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n\t",
            "true",
            "false",
            "on",
            "2",
            "NONE",
            "DEGRADED",
            "RANSOMWARE",
            "Europe/Paris",
            "Mars/Olympus",
            "Indian/Reunion",
            "2026-03-02T03:10",
            "2026-02-30T03:10",
            "02/03/2026 3h10",
            "31/02/2026",
            "+999999999-12-31T23:59",
            "-999999999-01-01T00:00",
            "2026-03-02T03:10:00Z",
            "99/99/9999 99:99",
            "06 12 34 56 78",
            "+33 (0)6-12",
            "a@b.fr",
            "@@",
            "990000010",
            "99 000 001 0",
            "\uD800",
            "\uDC00",
            "\uFFFD",
            "\u0000",
            "\u202E",
            "😀",
            "é".repeat(50),
            "x".repeat(20_001),
            "<b>'\"--${1}",
            "{0}",
            "''",
            "\\");

    private final Random random;
    private final List<String> keys;

    private AnyAnswers(long seed, Questionnaire form) {
        this.random = new Random(seed);
        this.keys = new ArrayList<>(form.questions().keySet());
        keys.addAll(List.of("", "unknown", "\uD83D", "k".repeat(38) + "😀😀", "constructor"));
    }

    static Stream<Answers> of(long seed, Questionnaire form, int count) {
        var any = new AnyAnswers(seed, form);
        return Stream.generate(any::next).limit(count);
    }

    private Answers next() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int i = random.nextInt(keys.size()); i > 0; i--) {
            answers.put(keys.get(random.nextInt(keys.size())), values());
        }
        return new Answers(answers);
    }

    private List<String> values() {
        return Stream.generate(this::value)
                .limit(random.nextInt(20) == 0 ? 250 : 1 + random.nextInt(3))
                .toList();
    }

    private String value() {
        var piece = PIECES.get(random.nextInt(PIECES.size()));
        return random.nextInt(4) == 0 ? piece + PIECES.get(random.nextInt(PIECES.size())) : piece;
    }
}
