package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a mail, whoever wrote it and however. */
class MailReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static IncomingMail read(MimeMessage mail) {
        try {
            return MailReader.read(mail, NOW);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsWordsNamesAndFiles() {
        var mail = read(Letters.from("nadia@ch.example", "Panne générale – urgences", "Plus aucun poste.\n")
                .with("capture écran.png", new byte[] {1, 2, 3})
                .with("vide.txt", new byte[0])
                .sent());
        assertThat(mail.from()).isEqualTo("nadia@ch.example");
        assertThat(mail.name()).isEqualTo("Nadia Perrin");
        assertThat(mail.subject()).isEqualTo("Panne générale – urgences");
        assertThat(mail.text()).isEqualTo("Plus aucun poste.");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("capture écran.png");
            assertThat(file.length()).isEqualTo(3);
        });
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.bounced()).isNull();
    }

    @Test
    void readsWhatIsOnlyWrittenForABrowser() {
        var mail = read(
                Letters.raw(
                        "From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>Bonjour,<br>tout est <b>coupé</b></p><script>x()</script>"));
        assertThat(mail.text()).contains("Bonjour,", "tout est coupé").doesNotContain("x()", "<");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oui.\\n\\nLe 25 nov. 2026 à 10:00, Desk <d@e.example> a écrit :\\n> Où en êtes-vous ? | Oui.
            Yes.\\nOn Wed, 25 Nov 2026, Desk <d@e.example> wrote:\\n> How far? | Yes.
            Oui.\\n-----Message d’origine-----\\nDe : Desk | Oui.
            Avant > après. | Avant > après.
            """)
    void leavesOutWhatIsQuoted(String text, String own) {
        assertThat(read(Letters.from("a@b.example", "Re", text.replace("\\n", "\n"))
                                .sent())
                        .text())
                .isEqualTo(own);
    }

    @Test
    void keepsWhatWasForwarded() {
        assertThat(read(Letters.from("a@b.example", "Fwd", "> Votre serveur parle à un serveur de commande.")
                                .sent())
                        .text())
                .contains("serveur de commande");
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted, auto-replied, true",
        "Auto-Submitted, no, false",
        "Precedence, bulk, true",
        "List-Id, <liste.example>, true",
        "X-Autoreply, yes, true",
        "X-Mailer, Thunderbird, false"
    })
    void knowsAMachine(String header, String value, boolean machine) {
        assertThat(read(Letters.from("a@b.example", "x", "y")
                                .header(header, value)
                                .sent())
                        .automatic())
                .isEqualTo(machine);
    }

    @Test
    void knowsWhichOfOursDidNotArriveAndWhichIsAnswered() {
        var ours = UUID.randomUUID();
        assertThat(read(Letters.bounce(ours.toString())).bounced()).isEqualTo(ours);
        assertThat(read(Letters.from("a@b.example", "Re", "Oui")
                                .header("In-Reply-To", "<" + ours + "@beffroi.example>")
                                .sent())
                        .answers())
                .containsExactly(ours);
    }

    @Test
    void whatIsTooMuchIsNamedAndLeft() {
        var letter = Letters.from("a@b.example", "x", "y");
        for (int i = 0; i < MailReader.MOST_FILES + 2; i++) {
            letter.with("f" + i, new byte[] {1});
        }
        assertThat(read(letter.sent()).dropped()).containsExactly("f20", "f21");
        var large = read(Letters.from("a@b.example", "x", "y")
                .with("disk.img", new byte[MailReader.LARGEST_FILES + 1])
                .with("note.txt", new byte[] {1})
                .sent());
        assertThat(large.dropped()).containsExactly("disk.img");
        assertThat(large.files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "From: \r\nSubject: =?bogus?Q?x?=\r\nDate: yesterday\r\n\r\nx",
                "From: <>\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\nContent-Type: nonsense/\r\n\r\n\u0000\u202E",
                "From: a b c\r\nContent-Type: text/plain; charset=klingon\r\n\r\nx",
                "From: a@b.example\r\nDate: Tue, 25 Nov 2087 10:00:00 +0000\r\n\r\nfuture"
            })
    void stumblesOverNothing(String wire) {
        var mail = read(Letters.raw(wire));
        assertThat(mail.id()).isNotBlank();
        assertThat(mail.sentAt()).isBeforeOrEqualTo(NOW);
        assertThat(mail.text()).doesNotContain("\u0000", "\u202E");
    }
}
