package org.beffroi.incident.domain;

import java.net.IDN;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.beffroi.incident.domain.Observable.Kind;

/**
 * Finds observables in whatever was pasted: a list, an e-mail, a report, defanged or not. What is none is left alone.
 *
 * <p>Each line is read from left to right by one pattern, whose alternatives are tried from the longest kind to the shortest; none of them can
 * go back over what it took, so that the time is that of one reading, whatever is pasted.
 */
final class ObservableText {
    /** Ways to write a dot, an at, a colon that nothing turns into a link; {@code hxxp} and {@code fxp}. */
    private static final Pattern DOT =
            Pattern.compile("\\s?[\\[({]\\s?(?:\\.|dot|point)\\s?[\\])}]\\s?", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT =
            Pattern.compile("\\s?[\\[({]\\s?(?:@|at|arobase)\\s?[\\])}]\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLON = Pattern.compile("\\[(:|://)\\]");
    private static final Pattern SCHEME =
            Pattern.compile("\\b(?:h(?:xx|tt|\\*\\*)p(s?)|f(?:x|t)p(s?))(?=://)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile(
            "(?<url>\\b(?:https?|ftps?)://[^\\s<>\"'`{}|\\\\^]++)"
                    + "|(?<email>(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w.-]{1,253}+)"
                    + "|(?<cve>(?<![\\w-])CVE-\\d{4}-\\d{4,7}+(?![\\w-]))"
                    + "|(?<hash>(?<![\\w/+=-])[0-9A-Fa-f]{32,128}+(?![\\w/+=-]))"
                    + "|(?<six>(?<![\\w:.])[0-9A-Fa-f]{0,4}+:[0-9A-Fa-f:]{1,34}+(?:\\d{1,3}+(?:\\.\\d{1,3}){3})?(?![\\w:]))"
                    + "|(?<name>(?<![\\w@.-])[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,62}+\\.){1,20}+[\\p{L}\\p{N}-]{1,63}+(?![\\w@]))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** Ends of names that are domains too: in a report they are files. */
    private static final Set<String> FILES = Set.of("zip", "sh", "py", "pl", "rs", "md", "ps", "mov", "so", "cc");

    /** A full stop without a blank behind it: «éteint.La suite». */
    private static final Pattern SENTENCE = Pattern.compile("\\p{Ll}\\.\\p{Lu}\\p{Ll}+$");

    private ObservableText() {}

    /** @return each once, in the order of the text */
    static List<Observable> read(String text) {
        var found = new LinkedHashSet<Observable>();
        var matcher = ANY.matcher(refanged(text));
        while (matcher.find()) {
            one(matcher).ifPresent(found::add);
        }
        return new ArrayList<>(found);
    }

    private static String refanged(String text) {
        var plain = DOT.matcher(text).replaceAll(".");
        plain = AT.matcher(plain).replaceAll("@");
        plain = COLON.matcher(plain).replaceAll("$1");
        return SCHEME.matcher(plain)
                .replaceAll(scheme -> scheme.group(1) == null ? "ftp" + scheme.group(2) : "http" + scheme.group(1));
    }

    private static Optional<Observable> one(Matcher match) {
        if (match.group("url") != null) {
            return url(match.group("url"));
        } else if (match.group("email") != null) {
            return email(match.group("email"));
        } else if (match.group("cve") != null) {
            return Optional.of(new Observable(Kind.CVE, match.group("cve").toUpperCase(Locale.ROOT)));
        } else if (match.group("hash") != null) {
            return hash(match.group("hash").toLowerCase(Locale.ROOT));
        } else if (match.group("six") != null) {
            return six(match.group("six"));
        }
        return named(match.group("name"));
    }

    private static Optional<Observable> hash(String hex) {
        var kind = switch (hex.length()) {
            case 32 -> Kind.MD5;
            case 40 -> Kind.SHA1;
            case 64 -> Kind.SHA256;
            case 128 -> Kind.SHA512;
            default -> null;
        };
        return Optional.ofNullable(kind).map(known -> new Observable(known, hex));
    }

    private static Optional<Observable> six(String typed) {
        try {
            // A literal is not looked up. A time of day has too few parts to be one.
            var address = InetAddress.ofLiteral(typed);
            return address.getAddress().length == 16 && !address.isAnyLocalAddress()
                    ? Optional.of(new Observable(Kind.IPV6, address.getHostAddress()))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Observable> named(String typed) {
        if (IPV4.matcher(typed).matches()) {
            return Optional.of(new Observable(Kind.IPV4, typed));
        }
        return domain(SENTENCE.matcher(typed).find() ? "" : typed)
                .filter(domain -> !FILES.contains(domain.substring(domain.lastIndexOf('.') + 1)))
                .map(domain -> new Observable(Kind.DOMAIN, domain));
    }

    private static Optional<String> domain(String typed) {
        try {
            var name = IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            // Underscores are no host's, but occur in names that are asked for.
            return DomainValidator.getInstance().isValid(name.replace('_', '-')) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Observable> email(String typed) {
        int at = typed.indexOf('@');
        var host = typed.substring(at + 1).replaceFirst("[.-]+$", "");
        return domain(host)
                .map(domain ->
                        new Observable(Kind.EMAIL, typed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain));
    }

    /** Scheme and host in lower case; what a sentence put behind it does not belong to it. */
    private static Optional<Observable> url(String typed) {
        var trimmed = typed.replaceFirst("[.,;:!?)\\]»]+$", "");
        int host = trimmed.indexOf("://") + 3;
        int end = host;
        while (end < trimmed.length() && "/?#".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        var address = trimmed.substring(0, end).toLowerCase(Locale.ROOT) + trimmed.substring(end);
        return hostOf(address).isEmpty() || address.length() > 2_000
                ? Optional.empty()
                : Optional.of(new Observable(Kind.URL, address));
    }

    /** Of a URL; empty when it has none that can be. */
    static String hostOf(String url) {
        var rest = url.substring(url.indexOf("://") + 3);
        rest = rest.replaceFirst("[/?#].*$", "");
        rest = rest.substring(rest.lastIndexOf('@') + 1);
        if (rest.startsWith("[")) {
            return six(rest.replaceFirst("^\\[", "").replaceFirst("\\].*$", ""))
                    .map(Observable::value)
                    .orElse("");
        }
        var host = rest.replaceFirst(":\\d*$", "");
        return IPV4.matcher(host).matches() ? host : domain(host).orElse("");
    }

    /** Private, loopback and link-local addresses (RFC 1918, 3927, 4193, 4291), and names that only a local network knows. */
    static boolean isLocal(String host) {
        if (IPV4.matcher(host).matches() || host.indexOf(':') >= 0) {
            var address = InetAddress.ofLiteral(host);
            return address.isSiteLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress()
                    || (address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC);
        }
        return host.equals("localhost")
                || host.endsWith(".local")
                || host.endsWith(".lan")
                || host.endsWith(".internal");
    }
}
