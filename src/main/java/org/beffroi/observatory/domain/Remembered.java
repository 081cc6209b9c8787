package org.beffroi.observatory.domain;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last few answers, for as long as the memory is not needed elsewhere. One thread works an answer out; who asks the same waits for it,
 * who asks something known does not. Only a few new answers are worked out at a time: each may read a whole world.
 */
final class Remembered<K, V> {
    private final Map<K, Answer<V>> answers;
    private final Semaphore workers;

    Remembered(int kept, int atATime) {
        workers = new Semaphore(atATime, true);
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > kept;
            }
        };
    }

    V get(K question, Supplier<V> work) {
        return answer(question).get(workers, work);
    }

    private synchronized Answer<V> answer(K question) {
        return answers.computeIfAbsent(question, asked -> new Answer<>());
    }

    private static final class Answer<V> {
        private @Nullable SoftReference<V> reference;

        synchronized V get(Semaphore workers, Supplier<V> work) {
            var known = reference == null ? null : reference.get();
            if (known == null) {
                workers.acquireUninterruptibly();
                try {
                    known = work.get();
                } finally {
                    workers.release();
                }
                reference = new SoftReference<>(known);
            }
            return known;
        }
    }
}
