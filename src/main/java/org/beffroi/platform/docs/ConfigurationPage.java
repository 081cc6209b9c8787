package org.beffroi.platform.docs;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What an operator may set. Defaults are those of {@code application.yaml}; one that is not explained here fails the page. */
@Component
class ConfigurationPage implements GeneratedPage {
    /** @param otherwise what holds when it is not set */
    private record Setting(String name, String otherwise, String what) {}

    /** Read before the application starts, by the launcher. */
    private static final List<Setting> DATABASE = List.of(
            new Setting(
                    "BEFFROI_DB_URL",
                    "the embedded PostgreSQL in the data folder",
                    "another PostgreSQL, 15 to 18: `jdbc:postgresql://HOST:5432/DATABASE`"),
            new Setting("BEFFROI_DB_USER", "as in the URL", "who enters it; must be allowed to create schemas"),
            new Setting("BEFFROI_DB_PASSWORD", "as in the URL", "that user's password"));

    private static final List<Setting> OPTIONS = List.of(
            new Setting("--port", "8080", "where the server listens"),
            new Setting(
                    "--data",
                    "./data; for `demo`, and for a command when only that is there, ./data/demo",
                    "where the embedded database keeps its files"));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            entry("beffroi.desk.name", "the desk's name, on every page and receipt"),
            entry("beffroi.desk.phone", "on-call number, as it is read aloud"),
            entry(
                    "beffroi.desk.url",
                    "where the desk opens this site, for the link in a call out of hours; blank: it names the incident's number only"),
            entry(
                    "beffroi.desk.email",
                    "where those write who cannot declare here; also the contact of `/.well-known/security.txt`"),
            entry(
                    "beffroi.mail.host",
                    "the mail server through which structures are told that the desk has written; blank: no mail is sent"),
            entry(
                    "beffroi.files.keys",
                    "what locks the files that people hand in: Base64 of 32 bytes each, separated by commas; the first one locks, all unlock. Blank: `files.key` in the data folder, made when needed"),
            entry("beffroi.rota.from", "when the desk opens on working days, in Paris; otherwise somebody is on call"),
            entry("beffroi.rota.to", "when it closes"),
            entry(
                    "beffroi.rota.holidays",
                    "days on which it is closed beside French public holidays and week-ends: `2026-05-15, 2027-05-07`"),
            entry(
                    "beffroi.rota.again",
                    "after how long whoever has not answered a call is called again, and the second with them"),
            entry("beffroi.rota.leads", "after how long the leads are called"),
            entry("beffroi.rota.quiet", "how long after a call no other one begins: what comes meanwhile is counted"),
            entry("beffroi.mail.port", "its port"),
            entry("beffroi.mail.user", "who signs in there; blank: nobody"),
            entry("beffroi.mail.password", "that user's password"),
            entry("beffroi.mail.tls", "`false` only for a server on this machine that does not encrypt (STARTTLS)"),
            entry("beffroi.mail.from", "the sender's address"),
            entry(
                    "beffroi.sms.url",
                    "the SMS gateway, as its manual says; `{to}`, `{text}` and `{id}` are filled in. Blank: no text message is sent"),
            entry("beffroi.sms.method", "`POST`, `PUT`, or `GET`, which has no body"),
            entry("beffroi.sms.header", "the header by which the gateway knows this house"),
            entry("beffroi.sms.secret", "its value: `Bearer …`, `App …`; blank: none"),
            entry("beffroi.sms.type", "what the body is: `application/json` or `application/x-www-form-urlencoded`"),
            entry(
                    "beffroi.sms.body",
                    "the body, with the same three fields; they are escaped as its type asks. The number is `+33612345678`"),
            entry(
                    "beffroi.webhooks.networks",
                    "networks that webhooks may reach although they are not of the Internet, separated by commas: `10.20.0.0/16`. Link-local addresses never"),
            entry(
                    "beffroi.mail-in.host",
                    "the IMAP server with the desk's mailbox, from which mails are taken in; blank: none is read"),
            entry("beffroi.mail-in.port", "its port"),
            entry("beffroi.mail-in.user", "whose mailbox it is"),
            entry("beffroi.mail-in.password", "that user's password"),
            entry("beffroi.mail-in.tls", "`false` only for a server on this machine that does not encrypt (IMAPS)"),
            entry("beffroi.mail-in.folder", "where new mails are; they are marked as read, and stay there"),
            entry(
                    "beffroi.coordination.options",
                    "recipients that are off otherwise, by their option in `coordination/rules.yaml`: `nis2`"),
            entry(
                    "server.address",
                    "the network address on which the server listens: `0.0.0.0` behind a proxy on another machine"),
            entry("logging.level.org.beffroi", "how much the log says"));

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public String text() {
        var page = new StringBuilder("""
                # Configuration

                There is little to set. A property is set by an environment variable (`beffroi.desk.phone` is `BEFFROI_DESK_PHONE`) or in a file
                `application.yaml` in the folder from which Beffroi is started; everything else is Spring Boot's own.

                ## Options of `./beffroi`
                """);
        page.append(table(OPTIONS))
                .append("\n## Database (environment variables)\n")
                .append(table(DATABASE))
                .append("\n## Properties\n")
                .append(GeneratedPage.head("property", "environment variable", "default", "what it is"));
        properties()
                .forEach((name, value) -> page.append(
                        GeneratedPage.row("`" + name + "`", "`" + variable(name) + "`", value, what(name))));
        return page.toString();
    }

    private static String table(List<Setting> settings) {
        return GeneratedPage.head("name", "when not set", "what it is")
                + settings.stream()
                        .map(setting ->
                                GeneratedPage.row("`" + setting.name() + "`", setting.otherwise(), setting.what()))
                        .collect(Collectors.joining());
    }

    /** Ours, and those explained here, with their defaults. */
    private static Map<String, String> properties() {
        var found = new TreeMap<String, String>();
        try {
            for (var source :
                    new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yaml"))) {
                for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    if (name.startsWith("beffroi.") || PROPERTIES.containsKey(name)) {
                        found.put(name, String.valueOf(source.getProperty(name)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the defaults cannot be read", e);
        }
        return found;
    }

    private static String what(String property) {
        var what = PROPERTIES.get(property);
        if (what == null) {
            throw new IllegalStateException(property + " is in application.yaml and not explained: add it to "
                    + ConfigurationPage.class.getName());
        }
        return what;
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
