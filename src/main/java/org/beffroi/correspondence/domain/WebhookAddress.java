package org.beffroi.correspondence.domain;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.beffroi.shared.FieldErrors;

/** An address as a lead types it; its path and query may hold a secret, and are shown to nobody afterwards. */
record WebhookAddress(URI uri) {
    private static final int LONGEST = 2000;

    /** @throws FieldErrors.Invalid with what is wrong about it */
    static WebhookAddress read(String typed, Guard guard, FieldErrors before) {
        var written = typed.strip();
        var errors = before;
        try {
            var uri = new URI(written);
            var fault = written.length() > LONGEST ? Optional.of("unreadable") : fault(uri, guard);
            if (fault.isPresent()) {
                errors = errors.and("address", "correspondence.webhook.error." + fault.get());
            }
            errors.throwIfAny();
            return new WebhookAddress(uri);
        } catch (URISyntaxException unreadable) {
            errors.and("address", "correspondence.webhook.error.unreadable").throwIfAny();
            throw new IllegalStateException(unreadable);
        }
    }

    private static Optional<String> fault(URI uri, Guard guard) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.of("unreadable");
        }
        if (uri.getUserInfo() != null) {
            return Optional.of("user");
        }
        var own = isLoopback(uri.getHost());
        var secure = uri.getScheme().equalsIgnoreCase("https");
        if (!secure && !(own && guard.allowsLoopback() && uri.getScheme().equalsIgnoreCase("http"))) {
            return Optional.of("https");
        }
        return isForbidden(uri.getHost(), guard) || (own && !guard.allowsLoopback())
                ? Optional.of("private")
                : Optional.empty();
    }

    /** As far as it can be seen without asking anybody; the rest is seen when it is connected to. */
    private static boolean isForbidden(String host, Guard guard) {
        return literal(host).filter(address -> !guard.allows(address)).isPresent();
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", "")));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port: what may be shown. */
    String shown() {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port;
    }
}
