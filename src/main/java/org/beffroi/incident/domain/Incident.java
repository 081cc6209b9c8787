package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.DeclarationJoined;
import org.beffroi.incident.DeclarationSplit;
import org.beffroi.incident.IncidentClosed;
import org.beffroi.incident.IncidentMerged;
import org.beffroi.incident.IncidentReopened;
import org.beffroi.incident.IncidentResolved;
import org.beffroi.incident.IncidentRevived;
import org.beffroi.incident.IncidentTaken;
import org.beffroi.incident.IncidentTriaged;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;

/** A case of the desk. Each verb checks that it is allowed now, changes the state and returns what happened. */
public final class Incident {
    private final UUID id;
    private final PublicReference reference;
    private final World world;
    private final int version;
    private final State before;
    private final List<Declared> declarations;
    private State state;

    Incident(UUID id, PublicReference reference, World world, int version, List<Declared> declarations, State state) {
        this.id = id;
        this.reference = reference;
        this.world = world;
        this.version = version;
        this.declarations = new ArrayList<>(declarations);
        this.before = state;
        this.state = state;
    }

    /** What this viewer may do with it now. The same rule refuses the rest. */
    public Set<Action> allowedActions(Viewer viewer) {
        var allowed = EnumSet.noneOf(Action.class);
        if (viewer.atTheDesk()) {
            for (var action : Action.values()) {
                if (refusal(action).isEmpty()) {
                    allowed.add(action);
                }
            }
        }
        return allowed;
    }

    private Optional<Refusal> refusal(Action action) {
        return Permission.refusal(action, state)
                .or(() -> action == Action.SPLIT && declarations.size() == 1
                        ? Optional.of(Refusal.conflict("incident.refused.split-sole"))
                        : Optional.empty());
    }

    private void check(Action action) {
        refusal(action).ifPresent(refusal -> {
            throw refusal;
        });
    }

    IncidentTaken take(Who who) {
        check(Action.TAKE);
        state = state.assigned(new State.Assignment(who.account(), who.name(), who));
        return new IncidentTaken(id, world, who.at());
    }

    IncidentTaken assign(Viewer assignee, Who who) {
        check(Action.ASSIGN);
        var holder = state.assignment();
        if (holder != null && Objects.equals(holder.assignee(), assignee.account())) {
            throw Refusal.conflict("incident.refused.already-assigned", assignee.name());
        }
        state = state.assigned(new State.Assignment(assignee.account(), assignee.name(), who));
        return new IncidentTaken(id, world, who.at());
    }

    IncidentTriaged triage(Assessment assessment, Who who) {
        check(Action.TRIAGE);
        state = state.triaged(new State.Triage(assessment, who));
        return new IncidentTriaged(id, world, who.at(), assessment);
    }

    void note() {
        check(Action.NOTE);
    }

    IncidentResolved resolve(Instant resolvedAt, Who who) {
        check(Action.RESOLVE);
        if (resolvedAt.isAfter(who.at())) {
            FieldErrors.NONE
                    .and("resolvedAt", "incident.error.resolved-in-future")
                    .throwIfAny();
        }
        if (resolvedAt.isBefore(foundAt())) {
            FieldErrors.NONE
                    .and("resolvedAt", "incident.error.resolved-before-found")
                    .throwIfAny();
        }
        state = state.resolved(new State.Resolution(resolvedAt, who));
        return new IncidentResolved(id, world, resolvedAt);
    }

    IncidentClosed close(Conclusion conclusion, Who who) {
        check(Action.CLOSE);
        if (conclusion.treated() && state.triage() == null) {
            throw Refusal.conflict("incident.refused.close-untriaged");
        }
        if (conclusion.outcome().equals("RESOLVED") && state.resolution() == null) {
            throw Refusal.conflict("incident.refused.close-unresolved");
        }
        if (conclusion.treated() && Situation.worseDeclared(declarations, state)) {
            throw Refusal.conflict("incident.refused.close-worse-declared");
        }
        var whole = EntryPoint.complete(conclusion, malicious());
        state = state.closed(new State.Closure(whole, who));
        return new IncidentClosed(id, world, who.at(), whole);
    }

    IncidentReopened reopen(String reason, Who who) {
        check(Action.REOPEN);
        if (reason.isBlank()) {
            FieldErrors.NONE.and("reason", "incident.error.reason").throwIfAny();
        }
        state = state.reopened(new State.Reopening(reason.strip(), who));
        return new IncidentReopened(id, world, who.at());
    }

    /** Why a declaration of another incident cannot be taken over now; empty when it can. */
    Optional<Refusal> joinRefusal(Incident other, Declared asked) {
        if (refusal(Action.JOIN).isPresent()) {
            return refusal(Action.JOIN);
        }
        if (other.id.equals(id)) {
            return Optional.of(Refusal.conflict("incident.refused.joined-already", asked.reference()));
        }
        if (!other.world.equals(world)) {
            return Optional.of(Refusal.conflict("incident.refused.other-world", other.world));
        }
        return other.state.open()
                ? Optional.empty()
                : Optional.of(Refusal.conflict("incident.refused.join-closed", other.reference));
    }

    /**
     * Takes over a declaration of another incident, with the company that it had brought there.
     *
     * @param company the declarations of the incident that bears its number, and of all that live on in that one
     */
    List<DeclarationJoined> join(Incident other, Declared asked, Set<UUID> company, Who who) {
        joinRefusal(other, asked).ifPresent(refusal -> {
            throw refusal;
        });
        var moving = other.declared(company);
        other.declarations.removeAll(moving);
        declarations.addAll(moving);
        return moving.stream()
                .map(declared -> new DeclarationJoined(id, world, declared.declaration(), who.at()))
                .toList();
    }

    /**
     * Gives a declaration back to the incident that bears its number, with the company that it had brought along.
     *
     * @param own merged into this one, perhaps by way of others
     * @param company the declarations of {@code own} and of all that live on in it
     */
    List<DeclarationSplit> split(Incident own, Declared asked, Set<UUID> company, Who who) {
        check(Action.SPLIT);
        if (asked.reference().equals(reference)) {
            throw Refusal.conflict("incident.refused.split-own", asked.reference());
        }
        var moving = declared(company);
        declarations.removeAll(moving);
        own.declarations.addAll(moving);
        own.state = own.state.revived();
        return moving.stream()
                .map(declared -> new DeclarationSplit(own.id, world, declared.declaration(), id, who.at()))
                .toList();
    }

    boolean emptied() {
        return declarations.isEmpty();
    }

    IncidentMerged merge(Incident into, Who who) {
        state = state.merged(new State.Merger(into.id, who));
        return new IncidentMerged(id, world, into.id, who.at());
    }

    IncidentRevived revived(Incident from, Who who) {
        return new IncidentRevived(id, world, from.id, who.at());
    }

    void amend(Declared now) {
        declarations.replaceAll(known -> known.declaration().equals(now.declaration()) ? now : known);
    }

    private Instant foundAt() {
        return declarations.stream()
                .map(Declared::foundAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** As the desk judged; before that, as any declaration says. */
    boolean malicious() {
        var judged = state.triage() == null ? null : state.triage().assessment().origin();
        if (judged != null) {
            return judged.equals("MALICIOUS");
        }
        return declarations.stream()
                .anyMatch(declared -> Objects.equals(declared.stated().origin(), "MALICIOUS"));
    }

    public int urgency() {
        return Urgency.rank(declarations, state);
    }

    /** What one declaration makes of it by itself; empty once it is over. */
    Optional<Integer> urgencyBy(Declared declared) {
        return state.open() ? Optional.of(Urgency.rank(List.of(declared), state)) : Optional.empty();
    }

    /** The rules behind the urgency, all declarations together. */
    public List<Urgency> reasons() {
        return Urgency.reasons(urgency());
    }

    public Proposals proposals() {
        return Proposals.of(declarations, state);
    }

    public UUID id() {
        return id;
    }

    public PublicReference reference() {
        return reference;
    }

    public World world() {
        return world;
    }

    public int version() {
        return version;
    }

    public Status status() {
        return state.status();
    }

    public State state() {
        return state;
    }

    /** As it was when it was read. */
    State before() {
        return before;
    }

    public List<Declared> declarations() {
        return List.copyOf(declarations);
    }

    List<Declared> declared(Collection<UUID> some) {
        return declarations.stream()
                .filter(known -> some.contains(known.declaration()))
                .toList();
    }

    Optional<Declared> declared(UUID declaration) {
        return declarations.stream()
                .filter(known -> known.declaration().equals(declaration))
                .findFirst();
    }
}
