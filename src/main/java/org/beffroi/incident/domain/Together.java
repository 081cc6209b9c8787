package org.beffroi.incident.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;

/** One deed on many incidents, each in a transaction of its own: what cannot be done is said with its reason, and keeps nothing else from being done. */
@Component
public class Together {
    /** As many as a page of the queue shows. */
    public static final int MOST = QueueQuery.PAGE_SIZE;

    private final IncidentDesk desk;
    private final IncidentJoins joins;
    private final CaseFiles files;
    private final Tags tags;

    Together(IncidentDesk desk, IncidentJoins joins, CaseFiles files, Tags tags) {
        this.tags = tags;
        this.desk = desk;
        this.joins = joins;
        this.files = files;
    }

    /** @param why what the domain says to it */
    public record NotDone(String reference, Refusal why) {}

    public record Outcome(List<String> done, List<NotDone> notDone) {
        public Outcome {
            done = List.copyOf(done);
            notDone = List.copyOf(notDone);
        }
    }

    public Outcome take(List<String> references, Viewer by) {
        return each(references, by, desk::take);
    }

    /** @param email of a colleague's account */
    public Outcome assign(List<String> references, String email, Viewer by) {
        return each(references, by, hand -> desk.assign(hand, email));
    }

    public Outcome close(List<String> references, Conclusion conclusion, Viewer by) {
        return each(references, by, hand -> desk.close(hand, conclusion));
    }

    public Outcome tag(List<String> references, String words, Viewer by) {
        return each(references, by, hand -> tags.set(hand.incident(), words, by));
    }

    /** The others join the first; each brings along what belongs to it. */
    public Outcome join(List<String> references, Viewer by) {
        var ticked = ticked(references);
        if (ticked.size() < 2) {
            throw Refusal.invalid("incident.error.join-two");
        }
        var stays = files.require(ticked.getFirst(), by);
        return each(ticked.subList(1, ticked.size()), by, (reference, hand) -> {
            var first = files.declarations(hand.incident(), by).getFirst();
            joins.join(Hand.on(stays, by), Joining.of(first));
        });
    }

    private Outcome each(List<String> references, Viewer by, Consumer<Hand> deed) {
        return each(ticked(references), by, (reference, hand) -> deed.accept(hand));
    }

    private interface Deed {
        void on(String reference, Hand hand);
    }

    private Outcome each(List<String> references, Viewer by, Deed deed) {
        var done = new ArrayList<String>();
        var notDone = new ArrayList<NotDone>();
        for (var reference : references) {
            try {
                deed.on(reference, files.hand(reference, null, by));
                done.add(reference);
            } catch (Refusal refused) {
                notDone.add(new NotDone(reference, refused));
            } catch (FieldErrors.Invalid wrong) {
                // The same for all: who is assigned, or which outcome.
                if (done.isEmpty()) {
                    throw wrong;
                }
                var first = wrong.errors().all().getFirst();
                notDone.add(new NotDone(
                        reference,
                        Refusal.invalid(first.key(), first.arguments().toArray())));
            }
        }
        return new Outcome(done, notDone);
    }

    private static List<String> ticked(List<String> references) {
        var once = List.copyOf(new LinkedHashSet<>(references));
        if (once.isEmpty()) {
            throw Refusal.invalid("incident.error.none-ticked");
        }
        if (once.size() > MOST) {
            throw Refusal.invalid("incident.error.many-ticked", MOST);
        }
        return once;
    }
}
