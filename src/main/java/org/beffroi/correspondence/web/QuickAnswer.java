package org.beffroi.correspondence.web;

import java.util.List;
import java.util.UUID;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Conversation;

/**
 * What a structure may answer with one press, where the desk had the last word: nobody writes sentences in the fortieth hour.
 *
 * @param code its words are the messages {@code correspondence.quick.<code>} and, as it is sent, {@code correspondence.quick.<code>.text}
 * @param key for this press alone: pressed twice, it is one answer
 */
record QuickAnswer(String code, String key) {
    static final List<String> CODES = List.of("working", "normal", "help");

    static List<QuickAnswer> to(Conversation conversation) {
        var messages = conversation.messages();
        return messages.isEmpty() || messages.getLast().side() == Side.STRUCTURE
                ? List.of()
                : CODES.stream()
                        .map(code -> new QuickAnswer(code, UUID.randomUUID().toString()))
                        .toList();
    }
}
