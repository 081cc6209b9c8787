package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.by;

import java.util.Arrays;
import java.util.UUID;
import org.beffroi.incident.Conclusion;
import org.beffroi.shared.Refusal;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final State TAKEN =
            State.NEW.assigned(new State.Assignment(CLAIRE.account(), CLAIRE.name(), by(CLAIRE)));
    private static final State RESOLVED = TAKEN.resolved(new State.Resolution(NIGHT, by(CLAIRE)));
    private static final State CLOSED = RESOLVED.closed(new State.Closure(Conclusion.of("FALSE_ALARM"), by(CLAIRE)));
    private static final State MERGED = TAKEN.merged(new State.Merger(new UUID(0, 9), by(CLAIRE)));

    @Test
    void refusesOnlyReopeningOfWhatWaits() {
        assertThat(refused(State.NEW)).containsExactly(Action.REOPEN);
    }

    @Test
    void refusesToTakeWhatSomebodyHas() {
        assertThat(refused(TAKEN)).containsExactly(Action.TAKE, Action.REOPEN);
        assertThat(Permission.refusal(Action.TAKE, TAKEN).map(Refusal::arguments))
                .hasValueSatisfying(arguments -> assertThat(arguments).containsExactly(CLAIRE.name()));
    }

    @Test
    void treatsWhatIsResolvedAsOpen() {
        assertThat(refused(RESOLVED)).isEqualTo(refused(TAKEN));
    }

    @Test
    void allowsOfWhatIsClosedOnlyWhatTakesNothingBack() {
        assertThat(refused(CLOSED))
                .containsExactly(Action.TAKE, Action.ASSIGN, Action.RESOLVE, Action.CLOSE, Action.JOIN, Action.SPLIT);
    }

    @Test
    void refusesEverythingOfWhatLivesOnElsewhere() {
        assertThat(refused(MERGED)).containsExactly(Action.values());
    }

    private static Action[] refused(State state) {
        return Arrays.stream(Action.values())
                .filter(action -> Permission.refusal(action, state).isPresent())
                .toArray(Action[]::new);
    }
}
