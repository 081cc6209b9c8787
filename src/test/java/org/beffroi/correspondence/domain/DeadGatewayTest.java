package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.directory.ContactBook;
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

/** While the SMS gateway is dead, nothing is lost, nothing goes out twice, the desk sees it, and mails go out. */
@ModuleTest
class DeadGatewayTest {
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

    private static final String JSON = "{\"to\": \"{to}\", \"text\": \"{text}\"}";
    private static final List<String> MOBILES = List.of("06 12 34 56 70", "+33 6 12 34 56 71", "0692 12 34 56");

    @Autowired
    Declarations declarations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Seats seats;

    @Autowired
    OutboxStore outbox;

    @Autowired
    ContactBook contacts;

    @Autowired
    Clock clock;

    private Receiver gateway = new Receiver();
    private final Notices notices =
            new Notices(texts(), MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "");
    private final KeptPost mails = new KeptPost();
    private final List<Seat> desks = new ArrayList<>();

    @BeforeEach
    void theDeskHasWritten() {
        gateway = new Receiver();
        desks.clear();
        SettableClock.at(THEN, () -> MOBILES.forEach(mobile -> desks.add(writesTo(mobile, ""))));
    }

    @AfterEach
    void stop() {
        var all = new Postman(
                outbox, List.of(new SmsCarrier(new KeptSms(), notices), new MailCarrier(mails, notices::of)), clock);
        at(90_000, () -> {
            all.deliverDue(Way.SMS);
            all.deliverDue(Way.MAIL);
        });
        gateway.close();
    }

    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/correspondence");
        texts.setDefaultEncoding("UTF-8");
        return texts;
    }

    private Seat writesTo(String outOfBand, String email) {
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "01 40 12 34 56")
                .with("outOfBand", outOfBand)
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        var said = email.isEmpty() ? answers : answers.with("email", email);
        var declared = declarations
                .submit(Submission.now(said, "WEB", UUID.randomUUID().toString()), Viewer.guest())
                .reference();
        var desk = seats.ofDesk(declared.toString(), Viewer.system("test"));
        correspondence.write(desk, new Draft("Call us.", UUID.randomUUID().toString()));
        return desk;
    }

    private static void at(int minutes, Runnable work) {
        SettableClock.at(THEN.plus(Duration.ofMinutes(minutes)), work);
    }

    private SmsSettings settings() {
        return new SmsSettings(gateway.address() + "/sms", "POST", "", "", "application/json", JSON);
    }

    private Postman postman() {
        var post = new GatewayPost(settings(), new HttpOut(SystemDefaultDnsResolver.INSTANCE));
        return new Postman(outbox, List.of(new SmsCarrier(post, notices), new MailCarrier(mails, notices::of)), clock);
    }

    private Delivery asSeen(Seat desk) {
        return Objects.requireNonNull(
                correspondence.glance(desk).messages().getFirst().delivery());
    }

    private List<Delivery> asTheDeskSeesThem() {
        return desks.stream().map(this::asSeen).toList();
    }

    @Test
    void anHourPassesAndThenAllGoOutOnce() {
        assertThat(asTheDeskSeesThem()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.WAITING);
            assertThat(delivery.way()).isEqualTo(Way.SMS);
        });
        var tried = new ArrayList<Integer>();
        for (int minute = 0; minute <= 60; minute++) {
            at(minute, () -> tried.add(postman().deliverDue(Way.SMS)));
        }
        // At 0, 1, 3, 7, 15 and 31 minutes, and then at 63.
        assertThat(tried.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6 * MOBILES.size());
        assertThat(asTheDeskSeesThem()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.RETRYING);
            assertThat(delivery.key()).isEqualTo("correspondence.sms.RETRYING");
            assertThat(delivery.next()).isEqualTo(THEN.plus(Duration.ofMinutes(63)));
        });
        gateway.alive();
        at(62, () -> assertThat(postman().deliverDue(Way.SMS)).isZero());
        at(63, () -> assertThat(postman().deliverDue(Way.SMS)).isEqualTo(MOBILES.size()));
        at(200, () -> assertThat(postman().deliverDue(Way.SMS)).isZero());
        assertThat(gateway.heard())
                .extracting(heard -> heard.body().replaceFirst("^\\{\"to\": \"([^\"]*)\".*", "$1"))
                .containsExactlyInAnyOrder("+33612345670", "+33612345671", "+262692123456");
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.HANDED_OVER);
    }

    @Test
    void whileItIsDeadMailsGoOut() {
        at(0, () -> {
            var desk = writesTo("nadia-hors@dehors.example", "");
            assertThat(postman().deliverDue(Way.SMS)).isEqualTo(MOBILES.size());
            assertThat(asSeen(desk).state()).isEqualTo(State.WAITING);
            assertThat(postman().deliverDue(Way.MAIL)).isOne();
            assertThat(asSeen(desk).way()).isEqualTo(Way.MAIL);
            assertThat(mails.mails()).extracting(Mail::to).containsExactly("nadia-hors@dehors.example");
        });
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.RETRYING);
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameIdentifier() {
        gateway.alive().losing(1);
        at(0, () -> assertThat(postman().deliverDue(Way.SMS)).isEqualTo(MOBILES.size()));
        at(1, () -> assertThat(postman().deliverDue(Way.SMS)).isOne());
        assertThat(gateway.heard()).hasSize(MOBILES.size() + 1);
        assertThat(gateway.heard().stream()
                        .map(heard -> heard.header("idempotency-key"))
                        .distinct())
                .hasSize(MOBILES.size());
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.HANDED_OVER);
    }

    @Test
    void aNumberThatIsRefusedIsSaidAtOnceAndTheOthersGoOn() {
        gateway.alive().answering(422);
        at(0, () -> postman().deliverDue(Way.SMS));
        assertThat(asTheDeskSeesThem()).extracting(Delivery::state).containsOnly(State.REFUSED);
        at(300, () -> assertThat(postman().deliverDue(Way.SMS)).isZero());
    }

    @Test
    void theDoctorSaysWhatWaitsAndWhere() {
        at(0, () -> {
            postman().deliverDue(Way.SMS);
            var verdict = new SmsDoctor(outbox, settings(), clock).check().getFirst();
            assertThat(verdict.well()).isFalse();
            assertThat(verdict.finding()).isEqualTo("3 wait for http://127.0.0.1, which does not take them");
            var none = new SmsSettings("", "POST", "", "", "", "");
            assertThat(new SmsDoctor(outbox, none, clock).check().getFirst().finding())
                    .contains("no text message is sent");
            var wrong = new SmsSettings(gateway.address(), "POST", "", "", "application/json", "{}");
            assertThat(new SmsDoctor(outbox, wrong, clock).check().getFirst().well())
                    .isFalse();
        });
    }

    @Test
    void oneWayIsChosenTheFurthestFromTheirNetwork() {
        at(0, () -> {
            var mixed = writesTo("06 12 34 56 72 ou nadia@dehors.example", "n@ch.example")
                    .declaration();
            var mobile = writesTo("06 12 34 56 73", "n@ch.example").declaration();
            var landline = writesTo("01 40 12 34 56", "n@ch.example").declaration();
            var with = new Reaching(settings(), contacts);
            var without = new Reaching(new SmsSettings("", "", "", "", "", ""), contacts);
            assertThat(with.of(mixed)).contains(new Reach(Way.MAIL, "nadia@dehors.example"));
            assertThat(with.of(mobile)).contains(new Reach(Way.SMS, "+33612345673"));
            assertThat(without.of(mobile)).contains(new Reach(Way.MAIL, "n@ch.example"));
            assertThat(with.of(landline)).contains(new Reach(Way.MAIL, "n@ch.example"));
            assertThat(with.toCall(landline)).contains("01\u00A040\u00A012\u00A034\u00A056");
            assertThat(with.toCall(mobile)).isEmpty();
            assertThat(with.toCall(mixed)).isEmpty();
        });
    }

    @Test
    void theDeskIsToldToCallALandlineAndTheStructureIsNot() {
        at(0, () -> {
            var desk = writesTo("01 40 12 34 56", "");
            var there = correspondence.glance(desk);
            assertThat(there.messages().getFirst().delivery()).isNull();
            assertThat(there.toCall()).isEqualTo("01\u00A040\u00A012\u00A034\u00A056");
            var structure = new Seat(desk.declaration(), Side.STRUCTURE, Viewer.guest());
            assertThat(correspondence.glance(structure).toCall()).isNull();
        });
    }
}
