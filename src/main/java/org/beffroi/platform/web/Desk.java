package org.beffroi.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the desk is reached, as every page, receipt and error says it.
 *
 * @param name the desk's own name
 * @param phone on-call number, as it is read aloud
 * @param email address for those who cannot declare here
 */
@ConfigurationProperties("beffroi.desk")
public record Desk(String name, String phone, String email) {
    /** The number within a sentence: no line breaks inside it. */
    public String unbrokenPhone() {
        return phone.replace(' ', '\u00A0');
    }
}
