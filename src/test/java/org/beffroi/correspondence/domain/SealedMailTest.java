package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Delivery.Envelope;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A mail to whoever gave a key, by a real mail server, opened with the private one. */
@BeffroiTest
class SealedMailTest {
    private static final String SECRET = "zzverrou-5520 : coupez le serveur d’été";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Seats seats;

    @Autowired
    Envelopes envelopes;

    @Autowired
    PgpKeys keys;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Clock clock;

    private final MailServer server = new MailServer().alive();
    private Viewer analyst = Viewer.guest();
    private String address = "";

    @BeforeEach
    void somebodyWithAMailbox() {
        analyst = House.of(context).viewer("analyst");
        address = "pgp-" + UUID.randomUUID() + "@dehors.example";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Seat deskWrites() {
        var answers = Answers.NONE
                .with("structure", House.VALLEBRUNE)
                .with("name", "Nadia Perrin")
                .with("phone", "01 40 12 34 56")
                .with("outOfBand", address)
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        context.getBean(IncidentWork.class).openFor(receipt.declaration());
        var seat = seats.ofDesk(receipt.reference().toString(), analyst);
        correspondence.write(seat, new Draft(SECRET, UUID.randomUUID().toString()));
        return seat;
    }

    /** The house's own post keeps it in memory; here the same goes to a server, under the house's own eyes. */
    private MimeMessage sent(Seat seat, Instant now) {
        var message = Objects.requireNonNull(context.getBean(MessageStore.class)
                .of(seat.declaration().declaration())
                .getFirst());
        var due = new OutboxStore.Due(
                message.id(),
                Way.MAIL,
                Notices.Kind.NOTICE,
                seat.declaration().reference(),
                address,
                now,
                1,
                List.of());
        SettableClock.at(now, () -> new MailCarrier(server.post(), envelopes::of).carry(due));
        return server.received().getFirst();
    }

    private void gives(OpenPGPKey key, boolean compared) {
        keys.keep(
                address.toUpperCase(Locale.ROOT),
                Pgp.publicBlock(key).getBytes(StandardCharsets.UTF_8),
                compared,
                analyst);
    }

    private static String raw(MimeMessage mail) throws Exception {
        var written = new ByteArrayOutputStream();
        mail.writeTo(written);
        return written.toString(StandardCharsets.UTF_8);
    }

    private static String opened(MimeMessage mail, OpenPGPKey by) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        var sealed = new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        var inner = Pgp.opened(sealed, by).getBytes(StandardCharsets.UTF_8);
        return new MimeBodyPart(new ByteArrayInputStream(inner)).getContent().toString();
    }

    private Delivery delivery(Seat seat) {
        return Objects.requireNonNull(
                correspondence.glance(seat).messages().getFirst().delivery());
    }

    @Test
    void severalInOneAreEachUnderTheirNumber() throws Exception {
        var key = Pgp.key("Nadia <nadia@dehors.example>");
        gives(key, true);
        var seats = List.of(deskWrites(), deskWrites());
        var dues = seats.stream()
                .map(seat -> new OutboxStore.Due(
                        context.getBean(MessageStore.class)
                                .of(seat.declaration().declaration())
                                .getFirst()
                                .id(),
                        Way.MAIL,
                        Notices.Kind.NOTICE,
                        seat.declaration().reference(),
                        address,
                        clock.instant(),
                        1,
                        List.of()))
                .toList();
        new MailCarrier(server.post(), envelopes::of).carry(dues.getFirst().with(List.of(dues.getLast())));
        var mail = server.received().getFirst();
        assertThat(opened(mail, key))
                .containsPattern("(?s)%s.*%s.*%s.*%s"
                        .formatted(
                                seats.getFirst().declaration().reference(),
                                SECRET,
                                seats.getLast().declaration().reference(),
                                SECRET));
        assertThat(raw(mail)).doesNotContain(SECRET, "BEF-");
        assertThat(seats)
                .allSatisfy(seat -> assertThat(delivery(seat).envelope()).isEqualTo(Delivery.Envelope.SEALED));
    }

    @Test
    void toAComparedKeyItHoldsTheMessageAndNobodyElseReadsIt() throws Exception {
        var key = Pgp.key("Nadia <nadia@dehors.example>");
        gives(key, true);
        var seat = deskWrites();
        var mail = sent(seat, clock.instant().plusSeconds(5));
        assertThat(mail.getContentType())
                .startsWith("multipart/encrypted")
                .contains("protocol=\"application/pgp-encrypted\"");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("application/pgp-encrypted");
        assertThat(new String(parts.getBodyPart(0).getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("Version: 1\r\n");
        assertThat(raw(mail))
                .doesNotContain("zzverrou", "centre", "Nadia", "VALLEBRUNE")
                .doesNotContain(seat.declaration().reference().toString());
        assertThat(mail.getSubject()).isEqualTo("Un message vous attend · A message for you");
        assertThat(opened(mail, key))
                .contains(SECRET, seat.declaration().reference().toString());
        assertThat(delivery(seat).envelope()).isEqualTo(Envelope.SEALED);
        var analystPage = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"))
                .get("/incidents/" + seat.declaration().reference() + "/messages");
        assertThat(analystPage.body()).contains("The e-mail is encrypted (OpenPGP).");
    }

    @Test
    void toOneThatNobodyComparedItSaysOnlyThatThereIsAMessage() throws Exception {
        var key = Pgp.key("Nadia <nadia@dehors.example>");
        gives(key, false);
        var mail = sent(deskWrites(), clock.instant().plusSeconds(5));
        assertThat(opened(mail, key)).contains("Le centre vous a écrit").doesNotContain("zzverrou");
        keys.all().stream()
                .filter(one -> one.address().equals(address))
                .forEach(one -> keys.compare(one.id(), analyst));
        assertThat(keys.all()).filteredOn(one -> one.address().equals(address)).allMatch(PgpKey::compared);
    }

    @Test
    void aKeyThatHasExpiredHindersNoMailWhichThenSaysNothing() throws Exception {
        var made = Date.from(clock.instant().minus(Duration.ofDays(10)));
        gives(Pgp.valid(made, Duration.ofDays(11).toSeconds()), true);
        var seat = deskWrites();
        var mail = sent(seat, clock.instant().plus(Duration.ofDays(2)));
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(raw(mail)).doesNotContain("zzverrou");
        assertThat(mail.getContent().toString()).contains("Le centre vous a écrit");
        assertThat(delivery(seat).envelope()).isEqualTo(Envelope.KEY_NOT_VALID);
        SettableClock.at(
                clock.instant().plus(Duration.ofDays(2)),
                () -> assertThat(context.getBean(KeyDoctor.class)
                                .check()
                                .getFirst()
                                .well())
                        .isFalse());
    }

    @Test
    void aNewKeyTakesThePlaceOfTheOldAndOneThatIsTakenAwayIsNotUsed() throws Exception {
        var old = Pgp.key("Old <old@dehors.example>");
        var young = Pgp.key("New <new@dehors.example>");
        gives(old, true);
        gives(young, true);
        assertThat(keys.all())
                .filteredOn(key -> key.address().equals(address))
                .singleElement()
                .satisfies(key -> assertThat(key.owners()).containsExactly("New <new@dehors.example>"));
        assertThat(opened(sent(deskWrites(), clock.instant().plusSeconds(5)), young))
                .contains("zzverrou");
        keys.all().stream().filter(key -> key.address().equals(address)).forEach(key -> keys.drop(key.id(), analyst));
        assertThat(keys.all()).noneMatch(key -> key.address().equals(address));
    }

    @Test
    void thePageSaysAllThatIsWrongAndTakesAKeyOrItsFile() {
        var caller = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        var wrong =
                caller.post("/messages/keys", Caller.FORM, Caller.form(Map.of("address", "nobody", "key", "Bonjour")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("This is no e-mail address.", "This is no OpenPGP key.", "value=\"nobody\"", ">Bonjour<");
        var key = Pgp.key("Luc Amiel <luc@ailleurs.example>");
        var kept = caller.post(
                "/messages/keys",
                Caller.FORM,
                Caller.form(Map.of("address", address, "key", Pgp.publicBlock(key), "compared", "true")));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        assertThat(caller.get("/messages/keys").body())
                .contains(address, "Luc Amiel &lt;luc@ailleurs.example&gt;", "Compared by voice");
        assertThat(caller.get("/messages/keys?lang=fr").body()).contains("Clés OpenPGP", "Comparée de vive voix");
        for (var other : List.of("declarant", "agency", "admin", "observatory")) {
            var stranger = Caller.signedIn("http://127.0.0.1:" + port, House.email(other));
            assertThat(stranger.get("/messages/keys").statusCode()).as(other).isEqualTo(403);
            assertThat(stranger.get("/api/v1/messages/keys").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(caller.get("/api/v1/messages/keys").body()).contains(address).doesNotContain("BEGIN PGP");
    }

    @Test
    void aMailWithoutAKeyStaysAsItWas() throws Exception {
        var mail = sent(deskWrites(), clock.instant());
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(raw(mail).getBytes(StandardCharsets.UTF_8)))
                        .getSubject())
                .contains("BEF-");
    }
}
