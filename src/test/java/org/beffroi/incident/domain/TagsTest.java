package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words of the desk's own, by which incidents are found together. */
@BeffroiTest
class TagsTest {
    @Autowired
    Tags tags;

    @Autowired
    IncidentDesk desk;

    @Autowired
    QueueStore queue;

    @Autowired
    Together together;

    private final Declared one = anIncident().in("Clinique brune", "32").declared();
    private final Declared other = anIncident().in("Clinique verte", "32").declared();

    private UUID open(Declared declared) {
        return desk.openFor(World.NATIONAL, declared);
    }

    private List<String> found(String text, Viewer viewer) {
        return queue.rows(new QueueQuery(View.OPEN, null, text, World.NATIONAL, 1), viewer, 50).stream()
                .map(QueueRow::reference)
                .toList();
    }

    @Test
    void findsByTagsAloneAndWithWords() {
        var first = open(one);
        var second = open(other);
        tags.set(first, "Étage-9, relance9", CLAIRE);
        tags.set(second, "#étage-9", MARC);
        tags.set(second, "étage-9", MARC);
        assertThat(tags.of(first, MARC)).containsExactly("relance9", "étage-9");
        assertThat(found("#étage-9", CLAIRE))
                .containsExactlyInAnyOrder(
                        one.reference().toString(), other.reference().toString());
        assertThat(found("#étage-9 #relance9", CLAIRE))
                .containsExactly(one.reference().toString());
        assertThat(found("verte #ÉTAGE-9", CLAIRE))
                .containsExactly(other.reference().toString());
        assertThat(found("#x!", CLAIRE)).isEmpty();
        tags.remove(second, "étage-9", CLAIRE);
        assertThat(found("#étage-9", CLAIRE)).containsExactly(one.reference().toString());
        assertThatThrownBy(() -> tags.remove(second, "étage-9", CLAIRE)).isInstanceOf(Refusal.class);
    }

    @Test
    void isForTheDeskAlone() {
        var incident = open(one);
        tags.set(incident, "secret9", CLAIRE);
        assertThat(tags.of(incident, AGENCY)).isEmpty();
        assertThat(found("#secret9", AGENCY)).isEmpty();
        var seen =
                queue.rows(new QueueQuery(View.OPEN, null, one.reference().toString(), World.NATIONAL, 1), AGENCY, 50);
        assertThat(seen).singleElement().satisfies(row -> assertThat(row.tags()).isEmpty());
        assertThatThrownBy(() -> tags.set(incident, "mot", AGENCY)).isInstanceOf(Refusal.class);
    }

    @Test
    void aTagIsAWord() {
        var incident = open(one);
        for (var wrong : List.of("", " , ", "a", "deux mots!", "x".repeat(31))) {
            assertThatThrownBy(() -> tags.set(incident, wrong, CLAIRE)).isInstanceOf(FieldErrors.Invalid.class);
        }
        assertThat(tags.of(incident, CLAIRE)).isEmpty();
    }

    @Test
    void manyAreTaggedAtOnce() {
        open(one);
        open(other);
        var outcome = together.tag(
                List.of(one.reference().toString(), other.reference().toString()), "ensemble9", CLAIRE);
        assertThat(outcome.done()).hasSize(2);
        assertThat(found("#ensemble9", CLAIRE)).hasSize(2);
    }
}
