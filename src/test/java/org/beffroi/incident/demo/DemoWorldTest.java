package org.beffroi.incident.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.beffroi.shared.DemoSeed;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** In a context, and so in a database, of its own: the demonstration brings its own structures. */
@BeffroiTest
@TestPropertySource(properties = "spring.application.name=beffroi-demonstration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWorldTest {
    private static final PrintStream QUIET =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final World FIRST = new World("demo-one");
    private static final World SECOND = new World("demo-two");
    private static final String IN =
            " from incident.incident i join incident.incident_declaration d on d.incident_id = i.id"
                    + " where i.world = 'demo-one' ";

    @Autowired
    List<DemoSeed> seeds;

    @Autowired
    DemoWorld demo;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void sow() {
        seeds.stream()
                .filter(seed -> seed.getClass().getSimpleName().equals("InventedStructures"))
                .forEach(seed -> seed.sow(QUIET));
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
        demo.play(FIRST, now, QUIET);
        demo.play(SECOND, now, QUIET);
    }

    @Test
    void isAboutAsLargeAndAsLongAsAYearAndAHalfOfTheRealOne() {
        assertThat(number("count(*) from incident.incident where world = 'demo-one'"))
                .isBetween(560, 640);
        var begun = LocalDate.now(Paris.ZONE).minusMonths(18);
        assertThat(texts("select min(declared_at)::date::text" + IN).getFirst())
                .isBetween(begun.minusDays(5).toString(), begun.plusDays(15).toString());
        assertThat(number("count(distinct d.structure_id)" + IN)).isBetween(250, 500);
        assertThat(number("count(distinct d.region)" + IN)).isGreaterThan(12);
    }

    @Test
    void hasTheSharesOfTheRealOne() {
        int handled = triaged("in_scope");
        assertThat(100 * triaged("origin = 'MALICIOUS'") / handled).isBetween(40, 60);
        assertThat(100 * triaged("care = 'DEGRADED'") / handled).isBetween(28, 48);
        assertThat(100 * triaged("endangerment = 'POTENTIAL'") / handled).isBetween(8, 22);
        assertThat(triaged("endangerment = 'PROVEN'")).isBetween(2, 14);
        assertThat(100 * triaged("not in_scope") / number("count(*)" + IN)).isBetween(6, 14);
        assertThat(number("count(*)" + IN + "and d.verified_at is null")).isBetween(3, 40);
        assertThat(number("count(*)" + IN + "and d.version > 1")).isGreaterThan(40);
        assertThat(100 * number("count(*)" + IN + "and d.stated ->> 'helpWanted' = 'true'") / number("count(*)" + IN))
                .isBetween(10, 30);
        assertThat(number("count(*) from (select d.structure_id" + IN + "group by 1 having count(*) > 2) often"))
                .isGreaterThan(20);
    }

    @Test
    void hasSomethingOfEveryStatusAndOutcome() {
        assertThat(new TreeSet<>(
                        texts("select outcome from incident.incident i join incident.closure c on c.incident_id = i.id"
                                + " where world = 'demo-one'")))
                .contains("RESOLVED", "OUT_OF_SCOPE", "UNRESOLVED", "FALSE_ALARM");
        assertThat(number("count(*) from incident.incident i join incident.merger m on m.incident_id = i.id"
                        + " where world = 'demo-one'"))
                .isEqualTo(5);
        assertThat(number("count(*) from incident.incident i join incident.closure c on c.incident_id = i.id"
                        + " where world = 'demo-one' and ended_because is not null"))
                .isGreaterThan(3);
        assertThat(new TreeSet<>(texts("select entry_point from incident.incident i join incident.closure c"
                        + " on c.incident_id = i.id where world = 'demo-one'")))
                .containsExactly("FOUND", "NOT_APPLICABLE", "NOT_FOUND");
        assertThat(number("count(*) from incident.incident i join incident.triage t on t.incident_id = i.id"
                        + " join incident.closure c on c.incident_id = i.id and c.ended_at is null"
                        + " where world = 'demo-one' and t.at > c.at + interval '10 days'"))
                .isGreaterThan(20);
    }

    @Test
    void waitsForTheDeskWithEveryUrgency() {
        assertThat(number("count(*) from incident.incident where world = 'demo-one' and open"))
                .isEqualTo(25);
        assertThat(number("bit_or(urgency) from incident.incident where world = 'demo-one' and open"))
                .isEqualTo(127);
        assertThat(number("count(*) from incident.incident where world = 'demo-one' and open and urgency < 2"))
                .isGreaterThan(2);
        assertThat(number("count(*) from incident.incident i join incident.assignment a on a.incident_id = i.id"
                        + " where world = 'demo-one' and open and a.ended_at is null"))
                .isBetween(6, 15);
        assertThat(number("count(*) from incident.incident where world = 'demo-one' and open and urgency >= 64"
                        + " and opened_at > now() - interval '2 hours'"))
                .isEqualTo(1);
    }

    @Test
    void tellsNothingOfARealStructure() {
        assertThat(texts("select distinct finess" + IN)).isNotEmpty().allMatch(finess -> finess.startsWith("99000"));
    }

    @Test
    void namesNoPatient() {
        var bank = new Bank();
        var texts = new ArrayList<>(bank.outOfScope);
        bank.causes.forEach(profile -> texts.addAll(profile.texts()));
        texts.addAll(bank.words.notes());
        bank.scripts("stories").forEach(script -> texts.add(script.toString()));
        bank.scripts("queue").forEach(script -> texts.add(script.toString()));
        assertThat(texts).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(texts).noneMatch(text -> text.matches("(?s).*\\b(M\\.|Mme|Mr|Monsieur|Madame)\\s+[A-ZÉ].*"));
        assertThat(texts)
                .noneMatch(text -> text.matches("(?s).*\\b[12]\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?\\d{3}\\s?\\d{3}.*"));
    }

    /** What listeners and rounds find out about it, in this test's own time, is not of the play; nor is it below. */
    @Test
    void recordsThingsAtTheirTime() {
        assertThat(
                        number(
                                "count(*) from journal.fact where world = 'demo-one' and type not like 'coordination.%' and recorded_at > happened_at + interval '40 days'"))
                .isZero();
        assertThat(number(
                        "count(distinct date_trunc('month', recorded_at)) from journal.fact where world = 'demo-one'"))
                .isGreaterThan(17);
        assertThat(texts("select max(recorded_at)::text from journal.fact where world = 'demo-one'")
                        .getFirst())
                .isLessThan(Instant.now().plusSeconds(60).toString().replace('T', ' '));
    }

    @Test
    void isTheSameWorldOnTheSameDay() {
        var sql =
                "select type || ' ' || happened_at || ' ' || recorded_at || ' ' || (data - 'foundAt')::text from journal.fact"
                        + " where world = '%s' and type not like 'coordination.%%' order by recorded_at, 1";
        assertThat(texts(sql.formatted(SECOND))).isEqualTo(texts(sql.formatted(FIRST)));
    }

    private int triaged(String condition) {
        return number("count(distinct i.id) from incident.incident i join incident.triage t on t.incident_id = i.id"
                + " where world = 'demo-one' and t.ended_at is null and " + condition);
    }

    private int number(String sql) {
        return jdbc.sql("select " + sql).query(Integer.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
