package org.beffroi.correspondence.domain;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The SMS gateway, as its own manual describes it. {@code {to}}, {@code {text}} and {@code {id}} are filled in, in the address and in the body.
 *
 * @param url blank: none is named, and no text message leaves the house
 * @param method POST, PUT or GET, which has no body
 * @param header name of the header by which the gateway knows us
 * @param secret its value
 * @param type media type of the body: JSON, or a form
 * @param body with the three fields
 */
@ConfigurationProperties("beffroi.sms")
record SmsSettings(String url, String method, String header, String secret, String type, String body) {
    private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");

    boolean isNamed() {
        return !url.isBlank();
    }

    boolean isForm() {
        return type.contains("form");
    }

    /** Whether a message, and to whom, stands anywhere in what would be sent. */
    boolean isUsable() {
        var sent = url + (method.equals("GET") ? "" : body);
        try {
            return METHODS.contains(method)
                    && sent.contains("{to}")
                    && sent.contains("{text}")
                    && URI.create(bare()).getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String bare() {
        return url.replaceAll("[{}]", "");
    }

    /** Scheme and host: the rest may hold a secret. */
    String where() {
        try {
            var read = URI.create(bare());
            return read.getScheme() + "://" + read.getHost();
        } catch (IllegalArgumentException unreadable) {
            return "BEFFROI_SMS_URL, which is no address";
        }
    }
}
