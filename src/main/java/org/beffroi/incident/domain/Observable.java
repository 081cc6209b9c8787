package org.beffroi.incident.domain;

import java.util.Optional;

/**
 * What an attacker, or a fault, left to be seen on a machine or a network: the same thing seen elsewhere joins two incidents.
 *
 * @param value as it is compared: lower case where case does not matter, never defanged
 */
public record Observable(Kind kind, String value) {
    /** Names of STIX 2.1's cyber-observables, and CVE numbers. */
    public enum Kind {
        IPV4,
        IPV6,
        DOMAIN,
        URL,
        EMAIL,
        MD5,
        SHA1,
        SHA256,
        SHA512,
        CVE
    }

    /** The domain or address that it leads to; a mailbox leads nowhere, for half the world has one at the same host. */
    public Optional<String> host() {
        return switch (kind) {
            case IPV4, IPV6, DOMAIN -> Optional.of(value);
            case URL -> Optional.of(ObservableText.hostOf(value)).filter(host -> !host.isEmpty());
            default -> Optional.empty();
        };
    }

    /** Means something else in each network, and nothing outside of one: never compared, never handed on. */
    public boolean isLocal() {
        return host().map(ObservableText::isLocal).orElse(false);
    }

    /** As it can be read aloud, printed and sent: nobody comes there by a click. */
    public String defanged() {
        return switch (kind) {
            case IPV4, DOMAIN -> value.replace(".", "[.]");
            case IPV6 -> value.replace(":", "[:]");
            case EMAIL -> value.replace("@", "[@]").replace(".", "[.]");
            case URL ->
                value.replaceFirst("^http", "hxxp").replaceFirst("^ftp", "fxp").replace(".", "[.]");
            case MD5, SHA1, SHA256, SHA512, CVE -> value;
        };
    }
}
