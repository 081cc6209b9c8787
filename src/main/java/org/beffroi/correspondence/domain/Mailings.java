package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Mailing.Order;
import org.beffroi.correspondence.domain.Mailing.Plan;
import org.beffroi.correspondence.domain.Mailing.Report;
import org.beffroi.correspondence.domain.MailingStore.Fate;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One message to many structures of an incident. What is ordered here is written by {@link MailingWriter}, one by one. */
@Service
@Transactional
public class Mailings {
    /** How many incidents at once. */
    public static final int MOST = 500;

    private final MailingStore store;
    private final OutboxStore outbox;
    private final Addressees addressees;
    private final OutlineFields fields;
    private final AuditTrail trail;
    private final Clock clock;

    Mailings(
            MailingStore store,
            OutboxStore outbox,
            Addressees addressees,
            OutlineFields fields,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.addressees = addressees;
        this.fields = fields;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param typed any of the incident's declarations' numbers, as people write it */
    public Plan plan(String typed, Order order, Viewer by) {
        return plan(List.of(typed), order, by).plan();
    }

    /** What would be sent, and to whom by name. */
    public record ManyPlan(Plan plan, List<Addressed> whom) {}

    public record Addressed(PublicReference reference, String structure) {}

    /**
     * Of several incidents at once.
     *
     * @param typed numbers, at most {@value #MOST}
     */
    public ManyPlan plan(List<String> typed, Order order, Viewer by) {
        var all = addressees.all(checked(typed), by);
        var chosen = chosen(all, order);
        var whom = chosen.stream()
                .map(sheet -> new Addressed(sheet.reference(), sheet.structure().name()))
                .toList();
        return new ManyPlan(plan(all, chosen, order, by), whom);
    }

    private static List<String> checked(List<String> typed) {
        if (typed.isEmpty()) {
            throw Refusal.invalid("correspondence.refused.no-incident");
        }
        if (typed.size() > MOST) {
            throw Refusal.invalid("correspondence.refused.incidents-many", MOST, typed.size());
        }
        return typed;
    }

    private Plan plan(List<Sheet> all, List<Sheet> chosen, Order order, Viewer by) {
        return new Plan(
                chosen.size(),
                Math.toIntExact(all.stream().filter(sheet -> !sheet.verified()).count()),
                chosen.isEmpty() || order.text().isEmpty() ? null : filled(order, chosen.getFirst(), by));
    }

    private String filled(Order order, Sheet sheet, Viewer by) {
        return fields.fill(
                MailingWriter.outline(order.text()),
                new Seat(sheet, Side.DESK, by),
                MailingWriter.language(order.language()));
    }

    private List<Sheet> chosen(List<Sheet> all, Order order) {
        var known = all.stream()
                .filter(sheet -> order.unverified() || sheet.verified())
                .toList();
        return known.stream().filter(fits(order.audience(), known)).toList();
    }

    private Predicate<Sheet> fits(Audience audience, List<Sheet> sheets) {
        return switch (audience) {
            case ALL -> sheet -> true;
            case CARE_DISTURBED -> sheet -> isDisturbed(sheet.answers());
            case NOT_OPENED, NOT_ANSWERED -> {
                var waiting = new HashSet<>(
                        store.waitingFor(sheets.stream().map(Sheet::declaration).toList(), audience));
                yield sheet -> waiting.contains(sheet.declaration());
            }
        };
    }

    private static boolean isDisturbed(Answers answers) {
        return answers.one("care").filter(care -> !care.equals("NONE")).isPresent()
                && answers.one("state").filter("RESOLVED"::equals).isEmpty();
    }

    /**
     * Orders it; sent twice under one key, it is one.
     *
     * @return its identifier
     * @throws org.beffroi.shared.FieldErrors.Invalid with all that is wrong
     * @throws Refusal of kind CONFLICT when there are more or fewer structures than were seen, or the key was used for other words
     */
    public UUID send(String typed, Order order, Viewer by) {
        return send(List.of(typed), order, by);
    }

    /** The same, to the structures of several incidents. It is kept with the first of them. */
    public UUID send(List<String> typed, Order order, Viewer by) {
        order.check().throwIfAny();
        var known = store.byKey(order.key());
        if (known.isPresent()) {
            return same(known.get(), order);
        }
        var chosen = chosen(addressees.all(checked(typed), by), order);
        if (chosen.isEmpty()) {
            throw Refusal.conflict("correspondence.refused.nobody");
        }
        if (chosen.size() != order.expected()) {
            throw Refusal.conflict("correspondence.refused.others", chosen.size(), order.expected());
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var incident = addressees.incident(typed.getFirst(), by);
        if (!store.add(id, incident, order, by.account(), by.name(), clock.instant())) {
            return same(store.byKey(order.key()).orElseThrow(), order);
        }
        store.addRecipients(id, chosen.stream().map(Sheet::declaration).toList());
        trail.record(by, "correspondence.mailing", "incident", incident);
        return id;
    }

    private static UUID same(MailingStore.Known known, Order order) {
        if (!known.text().equals(order.text())) {
            throw Refusal.conflict("correspondence.refused.key");
        }
        return known.id();
    }

    /** All that went to any of the incident's structures, the newest first. */
    public List<Mailing> of(String typed, Viewer viewer) {
        return store.to(addressees.declarations(typed, viewer));
    }

    public Report report(String typed, UUID mailing, Viewer viewer) {
        var found = of(typed, viewer).stream()
                .filter(one -> one.id().equals(mailing))
                .findFirst()
                .orElseThrow(Mailings::unknown);
        trail.record(viewer, "correspondence.read-mailing", "incident", addressees.incident(typed, viewer));
        return report(found, viewer);
    }

    /** Of the desk, whatever incidents it went to. */
    public Report report(UUID mailing, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw unknown();
        }
        var found = store.find(mailing).orElseThrow(Mailings::unknown);
        trail.record(viewer, "correspondence.read-mailing", "mailing", mailing);
        return report(found, viewer);
    }

    private static Refusal unknown() {
        return Refusal.notFound("correspondence.refused.unknown");
    }

    private Report report(Mailing found, Viewer viewer) {
        var fates = store.fates(found.id());
        var sheets = addressees.sheets(fates.stream().map(Fate::declaration).toList(), viewer).stream()
                .collect(Collectors.toMap(Sheet::declaration, Function.identity()));
        var deliveries = outbox.ofMailing(found.id());
        return new Report(
                found,
                fates.stream()
                        .filter(fate -> sheets.containsKey(fate.declaration()))
                        .map(fate -> line(fate, sheets, deliveries))
                        .toList());
    }

    private static Mailing.Line line(Fate fate, Map<UUID, Sheet> sheets, Map<UUID, Delivery> deliveries) {
        var sheet = Objects.requireNonNull(sheets.get(fate.declaration()));
        return new Mailing.Line(
                sheet.reference(),
                sheet.structure().name(),
                fate.message() != null,
                fate.openedAt(),
                fate.openedBy(),
                fate.answered(),
                fate.refused(),
                fate.message() == null ? null : deliveries.get(fate.message()));
    }
}
