package org.beffroi.observatory.domain;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last few answers, for as long as the memory is not needed elsewhere. One thread works an answer out, the others wait for it. */
final class Remembered<K, V> {
    private final Map<K, SoftReference<V>> answers;

    Remembered(int kept) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<V>> eldest) {
                return size() > kept;
            }
        };
    }

    synchronized V get(K question, Supplier<V> work) {
        var reference = answers.get(question);
        var known = reference == null ? null : reference.get();
        if (known == null) {
            known = work.get();
            answers.put(question, new SoftReference<>(known));
        }
        return known;
    }
}
