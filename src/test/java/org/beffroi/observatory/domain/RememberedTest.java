package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RememberedTest {
    private final Remembered<String, String> answers = new Remembered<>(2, 2);
    private final AtomicInteger worked = new AtomicInteger();

    private String ask(String question) {
        return answers.get(question, () -> question + worked.incrementAndGet());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersOthersWhileOneIsWorkedOut() {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ask("known");
            var slow = CompletableFuture.supplyAsync(
                    () -> answers.get("slow", () -> {
                        begun.countDown();
                        await(end);
                        return "done";
                    }),
                    threads);
            await(begun);
            assertThat(ask("known")).isEqualTo("known1");
            assertThat(ask("new")).isEqualTo("new2");
            end.countDown();
            assertThat(slow.join()).isEqualTo("done");
        }
    }

    @Test
    void worksOutOnceWhatManyAsk() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < 50; i++) {
                asked.add(CompletableFuture.supplyAsync(() -> ask("same"), threads));
            }
            assertThat(asked).extracting(CompletableFuture::join).containsOnly("same1");
        }
    }

    @Test
    void worksOutNoMoreAtATimeThanAllowed() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var pairs = new CyclicBarrier(2);
        var held = new Remembered<Integer, Integer>(100, 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var question = i;
                threads.execute(() -> held.get(question, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    meet(pairs);
                    atOnce.decrementAndGet();
                    return question;
                }));
            }
        }
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void triesAgainAfterAFailure() {
        assertThatThrownBy(() -> answers.get("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(ask("a")).isEqualTo("a1");
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        List.of("a", "b", "a", "c").forEach(this::ask);
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("b")).isEqualTo("b4");
    }
}
