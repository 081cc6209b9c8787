package org.beffroi.observatory.domain;

import java.util.List;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/** Reads a fact's data. Codes are few and come by the hundred thousand: each is kept once. */
final class FactCodes {
    private FactCodes() {}

    static @Nullable String one(Recorded fact, String name) {
        return fact.data().get(name) instanceof String code ? code.intern() : null;
    }

    static List<String> several(Recorded fact, String name) {
        return fact.codes(name).stream().map(String::intern).toList();
    }

    static boolean yes(Recorded fact, String name) {
        return Boolean.TRUE.equals(fact.data().get(name));
    }
}
