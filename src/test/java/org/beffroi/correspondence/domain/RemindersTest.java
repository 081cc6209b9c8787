package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Conversation.Message;
import org.beffroi.correspondence.domain.Reminders.Done;
import org.beffroi.correspondence.domain.Reminders.How;
import org.beffroi.directory.Contact;
import org.beffroi.directory.ContactBook;
import org.beffroi.directory.Directory;
import org.beffroi.incident.IncidentResolved;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who does not answer is reminded by itself, step by step, and no further than needed. */
@BeffroiTest
class RemindersTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Seats seats;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderStore store;

    @Autowired
    ReminderStep step;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Town town;
    private Town.Declared declared;
    private Seat desk;

    @BeforeEach
    void theDeskHasAsked() {
        town = new Town(context);
        declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Plus aucun poste n’ouvre.");
        desk = seats.ofDesk(declared.reference(), House.of(context).viewer("analyst"));
    }

    private Instant asks() {
        correspondence.write(
                desk, new Draft("How far are you?", UUID.randomUUID().toString()));
        return Objects.requireNonNull(reminders.of(desk).since());
    }

    /** Noon in Paris, so many days later or up to one more: nobody is asleep. */
    private static Instant noon(Instant since, int days) {
        return next(since.plus(Duration.ofDays(days)), LocalTime.NOON);
    }

    private static Instant next(Instant after, LocalTime hour) {
        var here = after.atZone(Paris.ZONE);
        var day = here.toLocalTime().isBefore(hour)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return day.atTime(hour).atZone(Paris.ZONE).toInstant();
    }

    private void roundAt(Instant instant) {
        SettableClock.at(
                instant,
                () -> store.asked(declared.declaration(), Instant.EPOCH).ifPresent(asked -> step.take(asked, instant)));
    }

    private List<Message> fromBeffroi() {
        return correspondence.glance(desk).messages().stream()
                .filter(message -> message.side() == Side.DESK && "Beffroi".equals(message.by()))
                .toList();
    }

    private List<Done> done() {
        return reminders.of(desk).done();
    }

    @Test
    void remindsOnceAtEachStepAndThenAsksTheDeskToCall() {
        var since = asks();
        roundAt(since.plus(Duration.ofHours(23)));
        assertThat(fromBeffroi()).isEmpty();
        for (int times = 0; times < 3; times++) {
            roundAt(noon(since, 1));
        }
        assertThat(fromBeffroi())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.text()).contains("Une ligne suffit", "A single line is enough"));
        roundAt(noon(since, 2));
        roundAt(noon(since, 3));
        roundAt(noon(since, 4));
        assertThat(done())
                .extracting(Done::step, Done::how)
                .containsExactly(
                        tuple("gentle", How.WRITTEN), tuple("colleague", How.WRITTEN), tuple("call", How.CALL));
        assertThat(fromBeffroi()).hasSize(2);
        SettableClock.at(
                noon(since, 4),
                () -> assertThat(context.getBean(Inbox.class)
                                .look(House.of(context).viewer("lead"))
                                .silent())
                        .filteredOn(line -> line.reference().toString().equals(declared.reference()))
                        .singleElement()
                        .satisfies(line -> assertThat(line.phone()).isNotBlank())
                        .satisfies(line -> assertThat(line.since()).isEqualTo(since)));
    }

    @Test
    void stopsAsSoonAsTheyAnswer() {
        var since = asks();
        roundAt(noon(since, 1));
        correspondence.write(
                seats.byLink(declared.token()),
                new Draft("Still working on it.", UUID.randomUUID().toString()));
        roundAt(noon(since, 2));
        assertThat(fromBeffroi()).hasSize(1);
        assertThat(reminders.of(desk).since()).isNull();
    }

    @Test
    void wakesNobodyAtNightUnlessCareIsInterrupted() {
        var since = asks();
        var night = next(since.plus(Duration.ofDays(1)), LocalTime.of(3, 0));
        roundAt(night);
        assertThat(fromBeffroi()).isEmpty();
        town.completes(declared, "Les soins sont interrompus.");
        roundAt(night);
        assertThat(fromBeffroi()).hasSize(1);
    }

    @Test
    void leavesAloneWhoWasOnlyTold() {
        correspondence.write(desk, new Draft("Thank you.", UUID.randomUUID().toString(), false));
        assertThat(reminders.of(desk).since()).isNull();
        roundAt(noon(clock.instant(), 5));
        assertThat(fromBeffroi()).isEmpty();
    }

    @Test
    void afterAHouseWasDownOnlyTheLastStepIsTaken() {
        var since = asks();
        roundAt(noon(since, 2));
        assertThat(done())
                .extracting(Done::step, Done::how)
                .containsExactlyInAnyOrder(tuple("gentle", How.PASSED), tuple("colleague", How.WRITTEN));
    }

    @Test
    void pausedByTheDeskNobodyIsRemindedUntilItIsTakenBack() {
        var since = asks();
        reminders.pause(desk, true);
        assertThat(store.waiting(Instant.EPOCH, noon(since, 9), new UUID(0, 0), 10_000))
                .noneMatch(one -> one.declaration().equals(declared.declaration()));
        assertThat(reminders.of(desk).pausedBy()).isEqualTo(desk.viewer().name());
        reminders.pause(desk, false);
        assertThat(store.waiting(Instant.EPOCH, noon(since, 9), new UUID(0, 0), 10_000))
                .anyMatch(one -> one.declaration().equals(declared.declaration()));
        assertThat(reminders.of(desk).next()).extracting("step").isEqualTo("gentle");
    }

    @Test
    void aClosedIncidentIsQuiet() {
        var since = asks();
        town.treats(declared, "Rappelés.");
        town.closes(declared);
        roundAt(noon(since, 1));
        assertThat(fromBeffroi()).noneMatch(message -> message.text().contains("A single line is enough"));
    }

    @Test
    void writesToAnotherContactOfTheStructure(@Autowired ContactBook contacts, @Autowired Directory directory) {
        var structure = directory.byFiness(House.VALLEBRUNE).orElseThrow().id();
        var other = new Contact(Contact.Kind.EMAIL, "garde@ailleurs.example", "Garde", true, false);
        contacts.keep(structure, other);
        try {
            var since = asks();
            roundAt(noon(since, 2));
            assertThat(done()).extracting(Done::address).contains("garde@ailleurs.example");
            assertThat(fromBeffroi().getFirst().delivery())
                    .extracting("address")
                    .isEqualTo("garde@ailleurs.example");
        } finally {
            contacts.drop(structure, Contact.Kind.EMAIL, other.value());
        }
    }

    @Test
    void anotherContactMayBeAMobileWhereTextMessagesCanBeSent(
            @Autowired ContactBook contacts, @Autowired Directory directory) {
        var structure = directory.byFiness(House.VALLEBRUNE).orElseThrow().id();
        var mobile = new Contact(Contact.Kind.PHONE, "0612345699", "Cadre de garde", true, false);
        contacts.keep(structure, mobile);
        try {
            var gateway = new SmsSettings("https://sms.example/send", "POST", "", "", "application/json", "{to}{text}");
            var none = new SmsSettings("", "POST", "", "", "", "");
            assertThat(new Reaching(gateway, contacts).next(desk.declaration()))
                    .contains(new Reach(Way.SMS, "+33612345699"));
            assertThat(new Reaching(none, contacts).next(desk.declaration()))
                    .isNotEqualTo(Optional.of(new Reach(Way.SMS, "+33612345699")));
        } finally {
            contacts.drop(structure, Contact.Kind.PHONE, mobile.value());
        }
    }

    @Test
    void whoWasAttackedIsAskedOnceHowTheyCameIn() {
        town.treats(declared, "Rappelés.");
        context.getBean(IncidentWork.class).resolve(declared.incident(), clock.instant(), desk.viewer());
        await().untilAsserted(() -> assertThat(fromBeffroi())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).contains("par où sont-ils entrés", "how did they come in", "VPN")));
        var question = context.getBean(EntryPointQuestion.class);
        var world = World.NATIONAL;
        question.on(new IncidentResolved(declared.incident(), world, clock.instant()));
        assertThat(fromBeffroi()).hasSize(1);
    }

    @Test
    void theDeskSeesThePlanAndStopsItOnThePage() {
        asks();
        var analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        var page = "/incidents/" + declared.reference() + "/messages";
        assertThat(analyst.get(page).body()).contains("id=\"reminders\"", "A reminder goes out");
        var paused = analyst.post(page + "/reminders", Caller.FORM, Caller.form(Map.of("pause", "true")));
        assertThat(paused.statusCode()).isEqualTo(302);
        assertThat(analyst.get(page).body()).contains("Nobody is reminded by itself here", "Remind again");
        var link = Caller.guest("http://127.0.0.1:" + port).get("/follow/" + declared.token() + "/messages");
        assertThat(link.body()).doesNotContain("id=\"reminders\"", "Remind again");
        assertThat(seats.ofDesk(declared.reference(), Viewer.system("test"))
                        .declaration()
                        .reference())
                .isEqualTo(PublicReference.parse(declared.reference()).orElseThrow());
    }
}
