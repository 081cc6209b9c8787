package org.beffroi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Declarants who send again, with the same key, what was not acknowledged, as the refusal asks them to. What each of them is answered must
 * be an acknowledgement or a clear refusal.
 */
public final class Crowd {
    private final Caller guest;
    private final String description;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<HttpResponse<String>> refusals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private volatile Duration longest = Duration.ZERO;

    public Crowd(String address, String description) {
        this.guest = Caller.guest(address);
        this.description = description;
    }

    /** Both ways of declaring, until the number of what was acknowledged is enough; to be joined. */
    public List<Thread> declares(IntPredicate enough) {
        var threads = new ArrayList<Thread>();
        for (var way : List.<Function<String, String>>of(this::byMachine, this::byMachine, this::byPage)) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!enough.test(acknowledged.size())) {
                        sendUntilAcknowledged(way);
                    }
                } catch (RuntimeException | AssertionError fault) {
                    faults.add(fault);
                }
            }));
        }
        return threads;
    }

    private void sendUntilAcknowledged(Function<String, String> way) {
        var key = "crowd-key-" + made.incrementAndGet();
        var reference = "";
        while (reference.isEmpty()) {
            reference = way.apply(key);
        }
        acknowledged.put(key, reference);
    }

    /** @return where the declaration is found again; empty when it was refused for now */
    public String byMachine(String key) {
        var body = """
                {"structure":"Essai","name":"Essai","phone":"01 99 00 00 00","foundAt":"2026-01-01T08:00:00Z",
                "description":"%s","care":"DEGRADED"}""".formatted(description);
        var answer = timed(() -> guest.post("/api/v1/declarations", Caller.JSON, body, Map.of("Idempotency-Key", key)));
        if (answer.statusCode() / 100 == 2) {
            return answer.body().replaceFirst("(?s)^.*\"reference\":\"([^\"]+)\".*$", "$1");
        }
        isAClearProblem(answer);
        refusals.add(answer);
        return "";
    }

    private String byPage(String key) {
        var form = Caller.form(Map.of(
                "structure", "Essai",
                "name", "Essai",
                "phone", "01 99 00 00 00",
                "foundAt", "2026-01-01T08:00",
                "description", description,
                "care", "DEGRADED",
                "key", key));
        var answer = timed(() -> guest.post("/declare", Caller.FORM, form));
        if (answer.statusCode() == 303) {
            return answer.headers().firstValue("Location").orElseThrow();
        }
        isAClearPage(answer);
        refusals.add(answer);
        return "";
    }

    private HttpResponse<String> timed(java.util.function.Supplier<HttpResponse<String>> call) {
        var start = System.nanoTime();
        var answer = call.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        longest = took.compareTo(longest) > 0 ? took : longest;
        return answer;
    }

    /** RFC 9457, in words, with the desk's number. */
    public static void isAClearProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("/problems/unavailable", "Idempotency-Key", "09 72 43 91 25")
                .doesNotContain("Exception", "org.");
    }

    public static void isAClearPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains("cannot reach its records", "sent twice counts once", "tel:0972439125")
                .doesNotContain("Exception", "org.beffroi", "??");
    }

    /** By key, what says where it is found again: one entry is one declaration. */
    public Map<String, String> acknowledged() {
        assertThat(faults).isEmpty();
        return Map.copyOf(acknowledged);
    }

    public int refused() {
        return refusals.size();
    }

    public Duration longest() {
        return longest;
    }
}
