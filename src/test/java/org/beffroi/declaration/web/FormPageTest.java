package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.testing.Village.ILE_BLEUE;
import static org.beffroi.testing.Village.VALLEBRUNE;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.shared.FieldErrors;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

@BeffroiTest
class FormPageTest {
    @Autowired
    FormPage page;

    @Autowired
    DeclarationForm form;

    @Autowired
    Village village;

    private FormPage.Sent sent(Map<String, String> fields) {
        return page.sent(MultiValueMap.fromSingleValue(fields));
    }

    private Viewer viewer(Role role, String... structures) {
        var ids = java.util.Arrays.stream(structures)
                .map(finess -> village.structure(finess).id())
                .collect(java.util.stream.Collectors.toSet());
        var scope = ids.isEmpty() ? Scope.nation() : Scope.structures(ids);
        return new Viewer(UUID.randomUUID(), "Claire Vasseur", EnumSet.of(role), scope);
    }

    @Test
    void takesTheStructureThatWasPickedBeforeWhatWasTyped() {
        assertThat(sent(Map.of("structureText", "vallebrune", "structure", VALLEBRUNE))
                        .answers()
                        .one("structure"))
                .contains(VALLEBRUNE);
        assertThat(sent(Map.of("structureText", "vallebrune", "structure", "OTHER"))
                        .answers()
                        .one("structure"))
                .contains("vallebrune");
    }

    @Test
    void leavesAsideWhatTheFormDoesNotAsk() {
        assertThat(sent(Map.of("_csrf", "x", "key", "y", "name", "Nadia"))
                        .answers()
                        .byQuestion())
                .containsOnlyKeys("name");
    }

    @Test
    void asksWhichStructureIsMeantOnlyWhereThereIsADoubt() {
        assertThat(page.doubt(sent(Map.of("structureText", "vallebrune"))).of("structure"))
                .isPresent();
        for (var certain : List.of(
                Map.of("structureText", ""),
                Map.of("structureText", VALLEBRUNE),
                Map.of("structureText", "vallebrune", "structure", "OTHER"),
                Map.of("structureText", "Cabinet inconnu de tous"))) {
            assertThat(page.doubt(sent(certain)).isEmpty())
                    .as(certain.toString())
                    .isTrue();
        }
    }

    @Test
    void fillsInADeclarantsNameAndTheHourOfTheirIsland() {
        var blank = page.blank(viewer(Role.DECLARANT, ILE_BLEUE)).answers();
        assertThat(blank.one("name")).contains("Claire Vasseur");
        assertThat(blank.one("zone")).contains("Indian/Reunion");
        assertThat(page.blank(Viewer.guest()).answers().one("zone")).contains("Europe/Paris");
    }

    @Test
    void doesNotTakeTheAnalystForTheOneWhoDeclares() {
        assertThat(page.blank(viewer(Role.ANALYST)).answers().one("name")).isEmpty();
    }

    @Test
    void showsAnInstantInItsZoneAndWhatCouldNotBeReadAsItWasTyped() {
        var answers = Answers.NONE.with("foundAt", "2026-03-02T02:10:59Z");
        assertThat(page.local(answers, "foundAt")).isEqualTo("2026-03-02T03:10");
        assertThat(page.local(answers.with("zone", "Indian/Reunion"), "foundAt"))
                .isEqualTo("2026-03-02T06:10");
        assertThat(page.local(answers.with("foundAt", "31/02/2026"), "foundAt")).isEqualTo("31/02/2026");
        assertThat(page.local(answers.with("zone", "Mars"), "foundAt")).isEqualTo("2026-03-02T02:10:59Z");
        assertThat(page.local(answers, "occurredAt")).isEmpty();
    }

    @Test
    void keepsTheSecondsOfAnHourThatNobodyTouched() {
        var before = Answers.NONE.with("foundAt", "2026-03-02T02:10:59Z").with("zone", "Europe/Paris");
        var same = sent(Map.of("foundAt", "2026-03-02T03:10", "zone", "Europe/Paris"));
        assertThat(page.keepTimes(same, before).answers().one("foundAt")).contains("2026-03-02T02:10:59Z");
        var other = sent(Map.of("foundAt", "2026-03-02T03:11", "zone", "Europe/Paris"));
        assertThat(page.keepTimes(other, before).answers().one("foundAt")).contains("2026-03-02T03:11");
        var moved = sent(Map.of("foundAt", "2026-03-02T03:10", "zone", "Indian/Reunion"));
        assertThat(page.keepTimes(moved, before).answers().one("foundAt")).contains("2026-03-02T03:10");
    }

    @Test
    void offersTheZonesOfFranceAndTheDeclarationsOwn() {
        assertThat(page.zones(Answers.NONE)).startsWith("Europe/Paris").hasSize(7);
        assertThat(page.zones(Answers.NONE.with("zone", "Pacific/Noumea"))).endsWith("Pacific/Noumea");
    }

    @Test
    void opensAGroupInWhichSomethingIsAnsweredOrWrong() {
        var questions = form.questionnaire().group("data").questions();
        assertThat(page.open(questions, Answers.NONE, FieldErrors.NONE)).isFalse();
        assertThat(page.open(questions, Answers.NONE.with("dataKinds", "HEALTH"), FieldErrors.NONE))
                .isTrue();
        assertThat(page.open(questions, Answers.NONE, FieldErrors.NONE.and("dataKinds", "x")))
                .isTrue();
    }

    @Test
    void saysInPlainWordsWhatEachAnswerOnCareMeans() {
        assertThat(page.careHints(Locale.FRENCH).keySet()).isEqualTo(Set.of("NONE", "DEGRADED", "INTERRUPTED"));
        assertThat(page.careHints(Locale.FRENCH))
                .doesNotContainEntry("NONE", page.careHints(Locale.ENGLISH).get("NONE"));
    }
}
