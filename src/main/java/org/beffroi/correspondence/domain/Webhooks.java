package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Webhook.HookSecret;
import org.beffroi.files.Safe;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For leads: which other machines are told what happens here. A secret is shown once, an address never again. */
@Service
@Transactional
public class Webhooks {
    /** As many machines as may be dead without those that are not being told late. */
    static final int MOST = 20;

    static final Duration BOTH_SIGN = Duration.ofHours(24);
    private static final int LONGEST_NAME = 100;
    private static final int SHOWN = 30;
    private static final String PREFIX = "whsec_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookStore store;
    private final WebhookWriter writer;
    private final Guard guard;
    private final Safe safe;
    private final AuditTrail trail;
    private final Clock clock;

    Webhooks(WebhookStore store, WebhookWriter writer, Guard guard, Safe safe, AuditTrail trail, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.guard = guard;
        this.safe = safe;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that go on first. */
    @Transactional(readOnly = true)
    public List<Webhook> all() {
        return store.all();
    }

    /** Those that take nothing, or were lately stopped for it. */
    @Transactional(readOnly = true)
    public List<Webhook> deaf() {
        return Webhook.deaf(store.all(), clock.instant());
    }

    /** With the last events that it was, or is to be, told. */
    @Transactional(readOnly = true)
    public Webhook.HookHistory one(UUID id) {
        return new Webhook.HookHistory(known(id), store.calls(id, SHOWN));
    }

    private Webhook known(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("correspondence.webhook.refused.unknown"));
    }

    /**
     * @param address to which events are posted: https, to a machine of the Internet
     * @param name whose machine it is
     * @throws FieldErrors.Invalid with all that is wrong
     * @throws Refusal of kind CONFLICT when there are {@link #MOST}
     */
    public HookSecret register(String address, String name, boolean rehearsals, Viewer by) {
        var errors = FieldErrors.NONE;
        if (name.isBlank()) {
            errors = errors.and("name", "correspondence.webhook.error.name");
        } else if (name.strip().length() > LONGEST_NAME) {
            errors = errors.and("name", "correspondence.webhook.error.name-long", LONGEST_NAME);
        }
        var read = WebhookAddress.read(address, guard, errors);
        if (store.all().stream().filter(hook -> hook.ended() == null).count() >= MOST) {
            throw Refusal.conflict("correspondence.webhook.refused.many", MOST);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var secret = secret();
        var hook = new Webhook(
                id, name.strip(), read.shown(), rehearsals, clock.instant(), by.name(), null, null, null, null, null);
        var locked = new WebhookStore.Locked(safe.lock(id, read.uri().toString()), safe.lock(id, secret), null);
        store.add(hook, locked, by.account());
        trail.record(by, "webhook.make", "webhook", id);
        return new HookSecret(id, secret);
    }

    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void requireOpen(UUID id) {
        if (known(id).ended() != null) {
            throw Refusal.conflict("correspondence.webhook.refused.ended");
        }
    }

    /** The one before signs too for a day, so that the other side may take its time. */
    public HookSecret replaceSecret(UUID id, Viewer by) {
        requireOpen(id);
        var secret = secret();
        store.replaceSecret(id, safe.lock(id, secret), clock.instant().plus(BOTH_SIGN));
        trail.record(by, "webhook.secret", "webhook", id);
        return new HookSecret(id, secret);
    }

    /** Posts an event that says nothing but that it is a test, within seconds. */
    public void test(UUID id, Viewer by) {
        requireOpen(id);
        writer.test(known(id));
        trail.record(by, "webhook.test", "webhook", id);
    }

    /** What is still on its way goes no further. Twice does no harm. */
    public void stop(UUID id, Viewer by) {
        known(id);
        if (store.end(id, "STOPPED", by, clock.instant())) {
            trail.record(by, "webhook.stop", "webhook", id);
        }
    }
}
