package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.beffroi.observatory.domain.CountedCase.Member;

/** Cases of 2019 whose codes are dealt unevenly: the higher the skew, the rarer the last code of each list. */
final class RandomCases {
    private final Random random;
    private final int skew;

    private RandomCases(Random random, int skew) {
        this.random = random;
        this.skew = skew;
    }

    static List<CountedCase> some(Random random, int count, List<String> regions, int skew) {
        var dealer = new RandomCases(random, skew);
        return IntStream.range(0, count)
                .mapToObj(i -> dealer.one(regions, count))
                .toList();
    }

    private CountedCase one(List<String> regions, int count) {
        var day = LocalDate.ofYearDay(2019, 1 + random.nextInt(365));
        var region = of(regions);
        var member = new Member("s" + random.nextInt(count), region, random.nextInt(20) > 0, random.nextInt(3) == 0);
        return new CountedCase(
                day,
                "FR",
                region,
                of(List.of("ES", "EHPAD", "OTHER", "LBM", "RADIOTHERAPY")),
                of(List.of("NON_MALICIOUS", "MALICIOUS", "UNKNOWN")),
                Set.of(of(List.of("TELECOM_LOSS", "PHISHING", "RANSOMWARE", "EQUIPMENT_THEFT"))),
                of(List.of("RESOLVED", "ONGOING", "NOT_DIAGNOSED", CountedCase.NOT_SAID)),
                of(List.of("SAME_DAY", "WITHIN_24_HOURS", "LATER", "NOT_KNOWN")),
                of(List.of("NONE", "DEGRADED", "INTERRUPTED", CountedCase.NOT_SAID)),
                of(List.of("NONE", "UNKNOWN", "POTENTIAL", "PROVEN")),
                random.nextInt(5) == 0,
                Set.of(of(List.of("UNAVAILABLE", "DISCLOSED", "ALTERED"))),
                of(List.of("RESOLVED", CountedCase.OPEN, CountedCase.OUT_OF_SCOPE, "UNRESOLVED", "FALSE_ALARM")),
                of(List.of("NOT_APPLICABLE", "NOT_FOUND", "FOUND", CountedCase.NOT_SAID)),
                List.of(member));
    }

    private String of(List<String> codes) {
        var luck = Math.pow(random.nextDouble(), skew);
        return codes.get((int) (luck * codes.size()));
    }
}
