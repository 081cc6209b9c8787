package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.WordToStructure;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A structure is told when it wants, once of all that waits; what is urgent does not wait. */
@ModuleTest
class DigestTest {
    /** The house's own postman goes by the real time. */
    @TestConfiguration
    static class NoRounds {
        @Bean
        static BeanDefinitionRegistryPostProcessor noRoundGoesByItself() {
            return registry -> registry.removeBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }

    private record Word(UUID declaration, String text, String key) implements WordToStructure {}

    /** Ten in the evening in Paris, in years to come: no other house on the same database takes what is due then. */
    private static final Instant EVENING = Instant.parse("2036-03-01T21:00:00Z");

    private static final Duration TO_SEVEN = Duration.ofHours(9);
    private static final Duration TO_EIGHT = Duration.ofHours(10);

    @Autowired
    Declarations declarations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Timings timings;

    @Autowired
    Seats seats;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Clock clock;

    @Autowired
    IncomingStore incoming;

    @Autowired
    JdbcClient jdbc;

    private final MailServer server = new MailServer();

    @AfterEach
    void stop() {
        after(Duration.ofDays(90), () -> postman(new KeptPost()).deliverDue(Way.MAIL));
        server.close();
    }

    private static void after(Duration time, Runnable work) {
        SettableClock.at(EVENING.plus(time), work);
    }

    private static <T> T inTheEvening(Supplier<T> work) {
        var done = new ArrayList<T>();
        SettableClock.at(EVENING, () -> done.add(work.get()));
        return done.getFirst();
    }

    private Postman postman(MailPost post) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/correspondence");
        texts.setDefaultEncoding("UTF-8");
        var notices = new Notices(texts, MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "");
        return new Postman(outbox, List.of(new MailCarrier(post, notices::of)), clock);
    }

    private int deliver(Duration after) {
        var tried = new AtomicInteger();
        after(after, () -> tried.set(postman(server.post()).deliverDue(Way.MAIL)));
        return tried.get();
    }

    private Seat declared(String address, Timing chosen) {
        return inTheEvening(() -> {
            var receipt = declarations.submit(
                    Submission.now(
                            Answers.NONE
                                    .with("structure", "Clinique")
                                    .with("name", "Nadia Perrin")
                                    .with("phone", "01 39 98 12 34")
                                    .with("outOfBand", address)
                                    .with("foundAt", "2026-03-01T02:10:00Z")
                                    .with("description", "Plus aucun poste n’ouvre.")
                                    .with("care", "DEGRADED"),
                            "WEB",
                            UUID.randomUUID().toString()),
                    Viewer.guest());
            if (chosen != Timing.AT_ONCE) {
                timings.choose(seats.byLink(String.valueOf(receipt.followToken())), chosen);
            }
            return seats.ofDesk(receipt.reference().toString(), Viewer.system("test"));
        });
    }

    private void writes(Seat desk, Haste haste) {
        after(
                Duration.ZERO,
                () -> correspondence.write(
                        desk, new Draft("Call us.", UUID.randomUUID().toString(), true, haste, List.of())));
    }

    private List<State> states(Seat desk) {
        return correspondence.glance(desk).messages().stream()
                .map(message -> Objects.requireNonNull(message.delivery()).state())
                .toList();
    }

    @Test
    void theNightIsQuietForWhoeverWantsIt() {
        server.alive();
        var desk = declared("quiet@dehors.example", Timing.NOT_AT_NIGHT);
        writes(desk, Haste.USUAL);
        assertThat(states(desk)).containsExactly(State.DEFERRED);
        assertThat(deliver(TO_SEVEN.minusSeconds(1))).isZero();
        assertThat(deliver(TO_SEVEN)).isOne();
        assertThat(states(desk)).containsExactly(State.HANDED_OVER);
    }

    @Test
    void whatIsUrgentWakesThem() {
        server.alive();
        var desk = declared("woken@dehors.example", Timing.DAILY);
        writes(desk, Haste.URGENT);
        assertThat(deliver(Duration.ZERO)).isOne();
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void onceADayOneMailTellsOfAll() {
        server.alive();
        var first = declared("group@dehors.example", Timing.DAILY);
        var second = declared("group@dehors.example", Timing.DAILY);
        var other = declared("another@dehors.example", Timing.DAILY);
        List.of(first, first, second, other).forEach(desk -> writes(desk, Haste.USUAL));
        assertThat(deliver(TO_EIGHT.minusSeconds(1))).isZero();
        assertThat(deliver(TO_EIGHT)).as("attempts, one for each mail").isEqualTo(2);
        assertThat(server.mails()).hasSize(2);
        var digest = server.mails().stream()
                .filter(mail -> mail.to().equals("group@dehors.example"))
                .findFirst()
                .orElseThrow();
        assertThat(digest.subject()).contains("3 messages");
        assertThat(digest.text())
                .contains(
                        first.declaration().reference().toString(),
                        second.declaration().reference().toString())
                .doesNotContain(other.declaration().reference().toString(), "Call us", "Clinique");
        assertThat(states(first)).containsExactly(State.HANDED_OVER, State.HANDED_OVER);
        assertThat(states(second)).containsExactly(State.HANDED_OVER);
        assertThat(deliver(TO_EIGHT.plusHours(30))).isZero();
    }

    @Test
    void whenTheServerIsDeadTheyStayTogetherAndGoOutOnce() {
        var desk = declared("patient@dehors.example", Timing.DAILY);
        writes(desk, Haste.USUAL);
        writes(desk, Haste.USUAL);
        assertThat(deliver(TO_EIGHT)).isOne();
        assertThat(states(desk)).containsExactly(State.RETRYING, State.RETRYING);
        server.alive();
        assertThat(deliver(TO_EIGHT.plusMinutes(1))).isOne();
        assertThat(server.mails()).hasSize(1);
        assertThat(states(desk)).containsExactly(State.HANDED_OVER, State.HANDED_OVER);
    }

    @Test
    void aDigestThatDidNotArriveIsSeenAtEachMessage() {
        server.alive();
        var desk = declared("gone@dehors.example", Timing.DAILY);
        writes(desk, Haste.USUAL);
        writes(desk, Haste.USUAL);
        deliver(TO_EIGHT);
        var id = UUID.fromString(server.mails().getFirst().id().replaceAll("[<>]|@.*", ""));
        outbox.bounced(id, EVENING.plus(TO_EIGHT));
        assertThat(states(desk)).containsExactly(State.BOUNCED, State.BOUNCED);
    }

    @Test
    void whatBeffroiWritesByItselfWakesNobody() {
        server.alive();
        var desk = declared("asleep@dehors.example", Timing.AT_ONCE);
        writes(desk, Haste.USUAL);
        assertThat(deliver(Duration.ZERO)).as("what somebody wrote").isOne();
        says(desk);
        assertThat(deliver(Duration.ZERO)).isZero();
        assertThat(deliver(TO_SEVEN)).isOne();
    }

    private void says(Seat desk) {
        after(
                Duration.ZERO,
                () -> new WordsHeard(seats, correspondence)
                        .on(new Word(
                                desk.declaration().declaration(),
                                "Nobody has told the CNIL yet.",
                                UUID.randomUUID().toString())));
    }

    /** Anybody may declare in a structure's name, with the address or mobile of whomever they want to have no peace. */
    @Test
    void whatBeffroiWritesByItselfGoesToNoAddressThatNobodyStandsFor() {
        server.alive();
        var desk = declared("victim@dehors.example", Timing.AT_ONCE);
        says(desk);
        says(desk);
        assertThat(deliver(TO_SEVEN)).isZero();
        assertThat(correspondence.glance(desk).messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.delivery()).isNull());
        after(
                Duration.ZERO,
                () -> declarations.verify(
                        desk.declaration().declaration(), DeclarationVerified.How.CALLED_BACK, Viewer.system("test")));
        says(desk);
        assertThat(deliver(TO_SEVEN)).isOne();
    }

    @Test
    void onlyTheStructureChooses() {
        var desk = declared("chosen@dehors.example", Timing.NOT_AT_NIGHT);
        assertThat(desk.side()).isEqualTo(Side.DESK);
        assertThat(correspondence.glance(desk).timing()).isEqualTo(Timing.NOT_AT_NIGHT);
        assertThatThrownBy(() -> timings.choose(desk, Timing.DAILY)).isInstanceOf(Refusal.class);
        assertThat(correspondence.glance(desk).timing()).isEqualTo(Timing.NOT_AT_NIGHT);
    }

    private List<UUID> messages(Seat desk) {
        return jdbc.sql("select id from correspondence.message where declaration_id = :declaration")
                .param("declaration", desk.declaration().declaration())
                .query(UUID.class)
                .list();
    }

    /** One of the declarations may be a stranger's, who typed this address into it and reads its conversation. */
    @Test
    void whatAnswersAMailOfSeveralDeclarationsGoesIntoNone() {
        server.alive();
        var ours = declared("answers@digest.example", Timing.DAILY);
        var theirs = declared("answers@digest.example", Timing.DAILY);
        writes(ours, Haste.USUAL);
        writes(theirs, Haste.USUAL);
        assertThat(deliver(TO_EIGHT)).isEqualTo(1);
        for (var desk : List.of(ours, theirs)) {
            assertThat(incoming.declarationOf(messages(desk))).isEmpty();
        }
    }

    @Test
    void whatAnswersAMailOfOneDeclarationGoesIntoThat() {
        server.alive();
        var desk = declared("one@digest.example", Timing.DAILY);
        writes(desk, Haste.USUAL);
        writes(desk, Haste.USUAL);
        assertThat(deliver(TO_EIGHT)).isEqualTo(1);
        for (var message : messages(desk)) {
            assertThat(incoming.declarationOf(List.of(message)))
                    .contains(desk.declaration().declaration());
        }
    }
}
