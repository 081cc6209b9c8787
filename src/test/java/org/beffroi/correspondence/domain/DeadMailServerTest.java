package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

/** While the mail server is dead, nothing is lost, nothing goes out twice, and the desk sees it. */
@ModuleTest
class DeadMailServerTest {
    /** The house's own postman, who goes by the real time, would take what these tests have moved to another. */
    @TestConfiguration
    static class NoRounds {
        @Bean
        static BeanDefinitionRegistryPostProcessor noRoundGoesByItself() {
            return registry -> registry.removeBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }

    /** To come: another house on the same database, which goes by the real time, leaves alone what is due then. */
    private static final Instant THEN = Instant.parse("2036-03-01T03:00:00Z");

    private static final int MESSAGES = 5;

    @Autowired
    Declarations declarations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Seats seats;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Clock clock;

    private MailServer server = new MailServer();
    private final Notices notices =
            new Notices(texts(), MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "");
    private final List<Seat> desks = new ArrayList<>();

    @BeforeEach
    void theDeskHasWritten() {
        server = new MailServer();
        desks.clear();
        SettableClock.at(THEN, () -> {
            for (int i = 0; i < MESSAGES; i++) {
                var declared = declares("nadia" + i + "@dehors.example");
                var desk = seats.ofDesk(declared.toString(), Viewer.system("test"));
                correspondence.write(
                        desk, new Draft("Call us.", UUID.randomUUID().toString()));
                desks.add(desk);
            }
        });
    }

    @AfterEach
    void stop() {
        at(90_000, () -> postman(new KeptPost(), notices).deliverDue(Way.MAIL));
        server.close();
    }

    /** The module's own: those of the house come later. */
    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/correspondence");
        texts.setDefaultEncoding("UTF-8");
        return texts;
    }

    private PublicReference declares(String outOfBand) {
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("outOfBand", outOfBand)
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        return declarations
                .submit(Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest())
                .reference();
    }

    private static void at(int minutes, Runnable work) {
        SettableClock.at(THEN.plus(Duration.ofMinutes(minutes)), work);
    }

    private Postman postman() {
        return postman(server.post(), notices);
    }

    private Postman postman(MailPost post, Notices words) {
        return new Postman(outbox, List.of(new MailCarrier(post, words::of)), clock);
    }

    private List<Delivery> asTheDeskSeesThem() {
        return desks.stream()
                .map(desk -> correspondence.glance(desk).messages().getFirst().delivery())
                .toList();
    }

    @Test
    void anHourPassesAndThenAllGoOutOnce() {
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.WAITING);
        var tried = new ArrayList<Integer>();
        for (int minute = 0; minute <= 60; minute++) {
            at(minute, () -> tried.add(postman().deliverDue(Way.MAIL)));
        }
        // At 0, 1, 3, 7, 15 and 31 minutes, and then at 63.
        assertThat(tried.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6 * MESSAGES);
        assertThat(asTheDeskSeesThem()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.RETRYING);
            assertThat(delivery.next()).isEqualTo(THEN.plus(Duration.ofMinutes(63)));
        });
        server.alive();
        at(62, () -> assertThat(postman().deliverDue(Way.MAIL)).isZero());
        at(63, () -> assertThat(postman().deliverDue(Way.MAIL)).isEqualTo(MESSAGES));
        at(200, () -> assertThat(postman().deliverDue(Way.MAIL)).isZero());
        assertThat(server.mails())
                .extracting(Mail::to)
                .containsExactlyInAnyOrderElementsOf(
                        asTheDeskSeesThem().stream().map(Delivery::address).toList());
        assertThat(server.mails()).extracting(Mail::id).doesNotHaveDuplicates();
        assertThat(asTheDeskSeesThem()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.HANDED_OVER);
            assertThat(delivery.at()).isEqualTo(THEN.plus(Duration.ofMinutes(63)));
        });
    }

    @Test
    void whatWakesSomebodyGoesBeforeAllThatWaits() {
        server.alive();
        at(
                1,
                () -> outbox.add(
                        UUID.randomUUID(),
                        Notices.Kind.CALL,
                        new PublicReference(2026, 7),
                        new Reach(Way.MAIL, "night@desk.example"),
                        clock.instant()));
        at(2, () -> assertThat(postman().deliverDue(Way.MAIL)).isEqualTo(MESSAGES + 1));
        assertThat(server.mails().getFirst().to()).isEqualTo("night@desk.example");
    }

    @Test
    void twoNodesDoNotTakeTheSameOne() {
        at(0, () -> {
            var mine = outbox.claim(Way.MAIL, THEN, Duration.ofMinutes(5), Set.of())
                    .orElseThrow();
            var postOfTheOther = new KeptPost();
            assertThat(postman(postOfTheOther, notices).deliverDue(Way.MAIL)).isEqualTo(MESSAGES - 1);
            assertThat(postOfTheOther.mails())
                    .noneMatch(mail -> mail.id().contains(mine.message().toString()));
        });
    }

    @Test
    void whatADeadNodeHeldIsSentByAnotherUnderTheSameIdentifier() {
        server.alive();
        at(0, () -> {
            var held = outbox.claim(Way.MAIL, THEN, Duration.ofMinutes(5), Set.of())
                    .orElseThrow();
            server.post().post(notices.of(held));
            // Here it dies: the server has the mail, and no row says so.
            postman().deliverDue(Way.MAIL);
            assertThat(server.mails()).hasSize(MESSAGES);
        });
        at(5, () -> assertThat(postman().deliverDue(Way.MAIL)).isOne());
        assertThat(server.mails()).hasSize(MESSAGES + 1);
        assertThat(server.mails().stream().map(Mail::id).distinct()).hasSize(MESSAGES);
    }

    @Test
    void givesUpAfterThreeDaysAndSaysSo() {
        for (int hour = 0; hour <= 80; hour++) {
            at(60 * hour, () -> postman().deliverDue(Way.MAIL));
        }
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.GIVEN_UP);
        var doctor = new MailDoctor(outbox, MailServer.settings(1), clock);
        at(4900, () -> assertThat(doctor.check().getFirst().finding()).contains("never taken"));
    }

    @Test
    void oneThatCannotBeWrittenKeepsNoOtherWaitingAndIsSeen() {
        var texts = new StaticMessageSource(); // a house whose texts are broken
        var broken = new Notices(texts, MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "");
        at(
                0,
                () -> assertThat(postman(new KeptPost(), broken).deliverDue(Way.MAIL))
                        .isEqualTo(MESSAGES));
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.RETRYING);
        at(1, () -> postman(new KeptPost(), notices).deliverDue(Way.MAIL));
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.KEPT);
    }

    @Test
    void theDoctorSaysWhatWaitsAndWhy() {
        at(0, () -> {
            postman().deliverDue(Way.MAIL);
            var verdict = new MailDoctor(outbox, MailServer.settings(1), clock)
                    .check()
                    .getFirst();
            assertThat(verdict.well()).isFalse();
            assertThat(verdict.finding()).contains("5 wait for 127.0.0.1:1");
            var without = new MailSettings("", 587, "", "", true, "desk@beffroi.example");
            assertThat(new MailDoctor(outbox, without, clock).check().getFirst().finding())
                    .contains("no mail is sent");
        });
    }
}
