package org.beffroi.correspondence.domain;

import org.jspecify.annotations.Nullable;

/**
 * @param id of the mail itself, the same however often it is sent: {@code <…@…>}
 * @param key to which its text is encrypted; null: to none
 */
record Mail(
        String id,
        String to,
        String subject,
        String text,
        @Nullable PublicKey key) {
    Mail(String id, String to, String subject, String text) {
        this(id, to, subject, text, null);
    }
}
