package org.beffroi.correspondence.domain;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads a mail (RFC 5322, MIME, RFC 3464 for what did not arrive, RFC 3834 for what a machine wrote). */
final class MailReader {
    static final int MOST_FILES = 20;
    static final int LARGEST_FILES = 25 * 1024 * 1024;
    private static final int LONGEST_TEXT = 20_000;
    private static final int DEEPEST = 8;

    /** Ours: {@code <message@…>}. */
    private static final Pattern OURS =
            Pattern.compile("<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\\s]+>");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"@]+@[^\\s<>\"@]+");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern QUOTED = Pattern.compile(
            "(?im)^(>|Le .{5,80} a écrit\\s?:|On .{5,80} wrote:|-{3,} ?(Message d.origine|Original Message)|_{10,}).*");

    private final List<Enclosure> files = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private int bytes;

    private MailReader() {}

    /** @param now stands for the hour of a mail that does not say it, or says one that is not yet */
    static IncomingMail read(MimeMessage mail, Instant now) throws MessagingException {
        var reader = new MailReader();
        reader.part(mail, 0);
        var sender = sender(mail);
        var bounce = mail.isMimeType("multipart/report")
                && FAILED.matcher(reader.report).find();
        var said = mail.getSentDate();
        return new IncomingMail(
                identifier(mail),
                said == null || said.toInstant().isAfter(now) ? now : said.toInstant(),
                sender == null ? "" : Objects.requireNonNullElse(sender.getAddress(), ""),
                sender == null ? "" : clean(Objects.requireNonNullElse(sender.getPersonal(), "")),
                clean(Objects.requireNonNullElse(mail.getSubject(), "")),
                reader.text(),
                List.copyOf(reader.files),
                List.copyOf(reader.dropped),
                isAutomatic(mail),
                bounce ? first(reader.report.toString()) : null,
                ours(header(mail, "In-Reply-To") + " " + header(mail, "References")));
    }

    /** An address that breaks the rules is taken as it stands. */
    private static @Nullable InternetAddress sender(MimeMessage mail) throws MessagingException {
        try {
            return Arrays.stream(Objects.requireNonNullElse(mail.getFrom(), new Address[0]))
                    .filter(InternetAddress.class::isInstance)
                    .map(InternetAddress.class::cast)
                    .findFirst()
                    .orElse(null);
        } catch (AddressException broken) {
            var found = ADDRESS.matcher(header(mail, "From"));
            return found.find() ? new InternetAddress(found.group(), false) : null;
        }
    }

    private static String identifier(MimeMessage mail) throws MessagingException {
        var own = mail.getMessageID();
        return own != null && !own.isBlank()
                ? own.strip()
                : "<none:"
                        + UUID.nameUUIDFromBytes((Objects.requireNonNullElse(mail.getSubject(), "")
                                        + mail.getSentDate()
                                        + header(mail, "From")
                                        + mail.getSize())
                                .getBytes(StandardCharsets.UTF_8))
                        + ">";
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return Objects.requireNonNullElse(mail.getHeader(name, " "), "");
    }

    /** A machine's mail is never answered: two machines would go on for ever. */
    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        var submitted = header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).strip();
        var precedence = header(mail, "Precedence").toLowerCase(Locale.ROOT).strip();
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || List.of("bulk", "list", "junk", "auto_reply").contains(precedence)
                || !header(mail, "List-Id").isBlank()
                || !header(mail, "X-Autoreply").isBlank()
                || header(mail, "Return-Path").strip().equals("<>")
                || mail.isMimeType("multipart/report");
    }

    /** A part that cannot be read is named, and keeps nothing else from being read. */
    private void part(Part part, int depth) {
        try {
            if (depth <= DEEPEST) {
                read(part, depth);
            }
        } catch (MessagingException | IOException | IllegalArgumentException unreadable) {
            dropped.add("?");
        }
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        var name = part.getFileName();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                part(many.getBodyPart(i), depth + 1);
            }
        } else if (isReport(part)) {
            report.append(words(part)).append('\n');
        } else if (name == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.isMimeType("text/*")) {
            (part.isMimeType("text/html") ? html : plain).append(words(part)).append('\n');
        } else {
            file(part, name == null ? "file" : MimeUtility.decodeText(name));
        }
    }

    /** What a mail server says of a mail of ours, with that mail or its head. */
    private static boolean isReport(Part part) throws MessagingException {
        return part.isMimeType("message/delivery-status")
                || part.isMimeType("text/rfc822-headers")
                || (part.isMimeType("message/rfc822") && part.getFileName() == null);
    }

    private static String words(Part part) throws MessagingException, IOException {
        try {
            if (part.isMimeType("text/*") && part.getContent() instanceof String text) {
                return text;
            }
        } catch (UnsupportedEncodingException unknown) {
            // As most would write it.
        }
        try (var stream = part.getInputStream()) {
            return new String(stream.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private void file(Part part, String name) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            var content = stream.readNBytes(LARGEST_FILES - bytes + 1);
            if (files.size() == MOST_FILES || bytes + content.length > LARGEST_FILES) {
                dropped.add(clean(name));
            } else if (content.length > 0) {
                bytes += content.length;
                files.add(new Enclosure(name, part.getContentType().replaceFirst(";(?s).*", ""), content));
            }
        }
    }

    private String text() {
        var words = plain.toString().isBlank() ? Jsoup.parse(html.toString()).wholeText() : plain.toString();
        var quoted = QUOTED.matcher(words);
        // A mail that only quotes is kept whole: it was forwarded.
        var own = quoted.find() && !words.substring(0, quoted.start()).isBlank()
                ? words.substring(0, quoted.start())
                : words;
        var clean = clean(own).replaceAll("\n{3,}", "\n\n");
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) + "…" : clean;
    }

    /** Without what turns or hides what others read. */
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\n\t\u200D\u00AD]]", "")
                .strip();
    }

    private static @Nullable UUID first(String text) {
        return ours(text).stream().findFirst().orElse(null);
    }

    private static List<UUID> ours(String text) {
        return OURS.matcher(text)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .toList();
    }
}
