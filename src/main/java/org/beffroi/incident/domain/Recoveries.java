package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.RecoveryStated;
import org.beffroi.incident.domain.Recovery.Curve;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Point;
import org.beffroi.incident.domain.Recovery.Service;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far systems and care activities have come back: said by the structure with one press, or by the desk on the telephone. Activity comes
 * back service by service, over weeks; the last word is not the day when the incident is closed.
 */
@Component
public class Recoveries {
    /** Of one declaration: two words a day for each service that there is, over some months, are fewer. */
    static final int MOST = 5_000;
    /** How many structures of one incident are shown. */
    public static final int SHOWN = 20;

    private final RecoveryStore store;
    private final Speakers speakers;
    private final Incidents seen;
    private final Declarations declarations;
    private final Taxonomy taxonomy;
    private final Book book;

    Recoveries(
            RecoveryStore store,
            Speakers speakers,
            Incidents seen,
            Declarations declarations,
            Taxonomy taxonomy,
            Book book) {
        this.store = store;
        this.speakers = speakers;
        this.seen = seen;
        this.declarations = declarations;
        this.taxonomy = taxonomy;
        this.book = book;
    }

    /** What somebody says of a service. {@code asOf} null: it is so now. */
    public record Word(
            Service service, int percent, @Nullable Instant asOf) {}

    /** Of an incident's first structures within the viewer's scope, those that have something to tell. */
    @Transactional(readOnly = true)
    public List<Recovery> of(UUID incident, Viewer viewer) {
        var sheets = declarations.sheets(
                seen.declarations(incident, viewer).stream().limit(SHOWN).toList(), viewer);
        var points = store.of(sheets.stream().map(Sheet::declaration).toList());
        return sheets.stream()
                .map(sheet -> recovery(sheet, points.getOrDefault(sheet.declaration(), Map.of())))
                .filter(recovery -> !recovery.curves().isEmpty())
                .toList();
    }

    @Transactional(readOnly = true)
    public Recovery of(Sheet sheet) {
        return recovery(sheet, store.of(List.of(sheet.declaration())).getOrDefault(sheet.declaration(), Map.of()));
    }

    private Recovery recovery(Sheet sheet, Map<Service, List<Point>> points) {
        var curves = new LinkedHashMap<Service, Curve>();
        hit(sheet).forEach(service -> curves.put(service, new Curve(service, List.of())));
        points.forEach((service, said) -> curves.put(service, new Curve(service, said)));
        var first = points.values().stream().flatMap(List::stream).map(Point::asOf);
        var last =
                points.values().stream().flatMap(List::stream).map(Point::asOf).max(Instant::compareTo);
        var over = curves.values().stream()
                .allMatch(curve -> curve.known() && curve.last().percent() == 100);
        var from = Stream.concat(
                        first, Stream.ofNullable(Stated.of(sheet.answers()).foundAt()))
                .min(Instant::compareTo)
                .orElse(sheet.declaredAt());
        var now = book.now(Viewer.guest()).at();
        return new Recovery(
                sheet.reference().toString(),
                sheet.structure().name(),
                from,
                over ? last.orElse(now) : now,
                List.copyOf(curves.values()));
    }

    private static List<Service> hit(Sheet sheet) {
        var hit = new ArrayList<Service>();
        sheet.answers().all("activities").forEach(code -> hit.add(new Service(Kind.ACTIVITY, code)));
        sheet.answers().all("systems").forEach(code -> hit.add(new Service(Kind.SYSTEM, code)));
        return hit;
    }

    @Transactional
    public void say(String typed, List<Word> words, Viewer by) {
        say(speakers.find(typed, by), words, by);
    }

    /** Whoever holds the secret link. */
    @Transactional
    public void sayByLink(String token, List<Word> words) {
        say(speakers.followed(token), words, Viewer.guest());
    }

    private void say(Sheet sheet, List<Word> words, Viewer by) {
        var incident = speakers.incident(sheet, by);
        var who = book.now(by);
        for (var word : words) {
            check(sheet, word, who.at());
            var asOf = Objects.requireNonNullElse(word.asOf(), who.at());
            store.add(sheet.declaration(), word.service(), new Point(asOf, word.percent(), by.atTheDesk()), who);
            book.publish(new RecoveryStated(
                    sheet.declaration(),
                    sheet.world(),
                    asOf,
                    word.service().kind().name(),
                    word.service().code(),
                    word.percent()));
        }
        if (!words.isEmpty()) {
            book.audit(by, "recovery", incident);
        }
    }

    private void check(Sheet sheet, Word word, Instant now) {
        if (!taxonomy.vocabulary(word.service().kind().vocabulary())
                .has(word.service().code())) {
            throw Refusal.invalid("incident.error.service");
        }
        if (word.percent() < 0 || word.percent() > 100) {
            throw Refusal.invalid("incident.error.percent");
        }
        if (word.asOf() != null && word.asOf().isAfter(now)) {
            throw Refusal.invalid("incident.error.recovery-in-future");
        }
        if (store.count(sheet.declaration()) >= MOST) {
            throw Refusal.conflict("incident.refused.recovery-many", MOST);
        }
    }

    /** The last word on a service was wrong. {@code service} null: it was none. */
    @Transactional
    public void takeBack(String typed, @Nullable Service service, Viewer by) {
        takeBack(speakers.find(typed, by), service, by);
    }

    @Transactional
    public void takeBackByLink(String token, @Nullable Service service) {
        takeBack(speakers.followed(token), service, Viewer.guest());
    }

    private void takeBack(Sheet sheet, @Nullable Service service, Viewer by) {
        var incident = speakers.incident(sheet, by);
        if (service == null) {
            throw Refusal.invalid("incident.error.service");
        }
        var said = store.of(List.of(sheet.declaration()))
                .getOrDefault(sheet.declaration(), Map.of())
                .getOrDefault(service, List.of());
        if (!said.isEmpty()) {
            store.endLast(sheet.declaration(), service, said.getLast().asOf(), book.now(by));
            book.audit(by, "recovery-taken-back", incident);
        }
    }
}
