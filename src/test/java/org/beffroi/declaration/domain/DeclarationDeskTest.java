package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.testing.Village.GRANDVAL;
import static org.beffroi.testing.Village.ILE_BLEUE;
import static org.beffroi.testing.Village.MONT_ALAOUI;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Submission;
import org.beffroi.journal.Journal;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BeffroiTest
class DeclarationDeskTest {
    private static final Viewer GUEST = Viewer.guest();
    private static final Viewer ANALYST =
            new Viewer(UUID.randomUUID(), "Analyst", EnumSet.of(Role.ANALYST), Scope.nation());

    @Autowired
    DeclarationDesk desk;

    @Autowired
    Village village;

    @Autowired
    Journal journal;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Receipt declare(Answers answers, Viewer by) {
        return desk.submit(Submission.now(answers, "WEB", key()), by);
    }

    private Viewer declarantOf(String finess) {
        return new Viewer(
                UUID.randomUUID(),
                "Declarant",
                EnumSet.of(Role.DECLARANT),
                Scope.structures(Set.of(village.structure(finess).id())));
    }

    @Test
    void keepsWhatAGuestSaysAndHandsOverASecretLink() {
        var receipt = declare(enough(VALLEBRUNE), GUEST);

        var sheet = desk.followed(String.valueOf(receipt.followToken()));
        assertThat(sheet.reference()).isEqualTo(receipt.reference());
        assertThat(sheet.verified()).isFalse();
        assertThat(sheet.structure().name()).isEqualTo("CH DE VALLEBRUNE");
        assertThat(sheet.structure().region()).isEqualTo("84");
        assertThat(sheet.answers().one("foundAt")).contains("2026-03-02T02:10:00Z");
    }

    @Test
    void showsAnotherWorldToTheDeskAlone() {
        var answers = enough(VALLEBRUNE);
        var elsewhere =
                desk.submit(new Submission(answers, "IMPORT", new World("desk-alone"), null, key(), "test:1"), ANALYST);
        var agency = new Viewer(UUID.randomUUID(), "Agency", EnumSet.of(Role.AGENCY), Scope.regions(Set.of("84")));
        var here = declare(answers, GUEST);
        for (var viewer : List.of(agency, declarantOf(VALLEBRUNE))) {
            assertThat(desk.find(elsewhere.reference(), viewer)).isEmpty();
            assertThat(desk.sheet(elsewhere.declaration(), viewer)).isEmpty();
            assertThat(desk.find(here.reference(), viewer)).contains(here.declaration());
        }
        assertThat(desk.find(elsewhere.reference(), ANALYST)).contains(elsewhere.declaration());
        var otherRegion = new Viewer(UUID.randomUUID(), "Agency", EnumSet.of(Role.AGENCY), Scope.regions(Set.of("93")));
        assertThat(desk.find(here.reference(), otherRegion)).isEmpty();
    }

    @Test
    void refusesALinkWithOneCharacterChanged() {
        var token = String.valueOf(declare(enough(VALLEBRUNE), GUEST).followToken());
        for (int i = 0; i < token.length() - 1; i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThatThrownBy(() -> desk.followed(forged)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void takesTheSameKeyTwiceAsOneDeclaration() {
        var submission = Submission.now(enough(VALLEBRUNE), "API", key());
        var first = desk.submit(submission, GUEST);
        var second = desk.submit(submission, GUEST);

        assertThat(second).usingRecursiveComparison().ignoringFields("repeated").isEqualTo(first);
        assertThat(second.repeated()).isTrue();
    }

    @Test
    void refusesTheSameKeyWithAnotherBodyAndNamesTheFirstToItsOwner() {
        for (var viewer : List.of(GUEST, declarantOf(VALLEBRUNE))) {
            var key = key();
            var first = desk.submit(Submission.now(enough(VALLEBRUNE), "API", key), viewer);
            var other = Submission.now(enough(VALLEBRUNE).with("care", "INTERRUPTED"), "API", key);

            assertThatThrownBy(() -> desk.submit(other, viewer)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                assertThat(refusal.arguments().contains(first.reference().toString()))
                        .isEqualTo(viewer.signedIn());
            });
        }
    }

    @Test
    void makesOneDeclarationOfTwentySentAtOnceWithOneKey() throws Exception {
        var submission = Submission.now(enough(VALLEBRUNE), "API", key());
        List<Future<Receipt>> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 20; i++) {
                answers.add(pool.submit(() -> desk.submit(submission, GUEST)));
            }
        }
        var references = new java.util.HashSet<String>();
        var firsts = 0;
        for (var answer : answers) {
            references.add(answer.get().reference().toString());
            firsts += answer.get().repeated() ? 0 : 1;
        }
        assertThat(references).hasSize(1);
        assertThat(firsts).isEqualTo(1);
    }

    @Test
    void gathersEveryErrorAndKeepsNothing() {
        assertThatThrownBy(() -> declare(Answers.NONE.with("foundAt", "2026-02-31T10:00"), GUEST))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "structure", "name", "phone", "foundAt", "description", "care"));
    }

    @Test
    void refusesAnUnknownFinessAndKeepsAFreeName() {
        assertThatThrownBy(() -> declare(enough("750 000 001"), GUEST)).isInstanceOf(FieldErrors.Invalid.class);

        var receipt = declare(enough("Cabinet du docteur Martin, Trifouilly"), GUEST);
        var sheet = desk.followed(String.valueOf(receipt.followToken()));
        assertThat(sheet.structure().name()).isEqualTo("Cabinet du docteur Martin, Trifouilly");
        assertThat(sheet.structure().id()).isNull();
    }

    @Test
    void readsLocalTimesInTheirZone() {
        var receipt = declare(enough(ILE_BLEUE).with("zone", "Indian/Reunion"), GUEST);
        var sheet = desk.followed(String.valueOf(receipt.followToken()));
        assertThat(sheet.answers().one("foundAt")).contains("2026-03-01T23:10:00Z");
        assertThat(sheet.groups().getFirst().lines())
                .filteredOn(line -> line.question().equals("foundAt"))
                .singleElement()
                .satisfies(line -> assertThat(line.values().getFirst())
                        .isEqualTo("2 mars 2026 à 03 h 10 (La Réunion), 00 h 10 (Paris)"));
    }

    @Test
    void believesAnAccountOfTheStructureAndNoOther() {
        assertThat(declare(enough(GRANDVAL), declarantOf(GRANDVAL)).verified()).isTrue();
        assertThat(declare(enough(VALLEBRUNE), declarantOf(GRANDVAL)).verified())
                .isFalse();
    }

    @Test
    void showsADeclarationToItsStructureItsRegionAndTheDeskOnly() {
        var id = declare(enough(MONT_ALAOUI), GUEST).declaration();
        var region93 = new Viewer(UUID.randomUUID(), "ARS", EnumSet.of(Role.AGENCY), Scope.regions(Set.of("93")));
        var region84 = new Viewer(UUID.randomUUID(), "ARS", EnumSet.of(Role.AGENCY), Scope.regions(Set.of("84")));
        var observatory = new Viewer(UUID.randomUUID(), "Obs", EnumSet.of(Role.OBSERVATORY), Scope.nation());

        assertThat(desk.sheet(id, ANALYST)).isPresent();
        assertThat(desk.sheet(id, declarantOf(MONT_ALAOUI))).isPresent();
        assertThat(desk.sheet(id, region93)).isPresent();
        assertThat(desk.sheet(id, region84)).isEmpty();
        assertThat(desk.sheet(id, declarantOf(VALLEBRUNE))).isEmpty();
        assertThat(desk.sheet(id, observatory)).isEmpty();
        assertThat(desk.sheet(id, GUEST)).isEmpty();
    }

    @Test
    void addsVersionsAndOverwritesNothing() {
        var receipt = declare(enough(VALLEBRUNE), GUEST);
        var token = String.valueOf(receipt.followToken());
        desk.amendByLink(
                token,
                enough(VALLEBRUNE).with("care", "INTERRUPTED").with("causes", "RANSOMWARE"),
                desk.followed(token).versions());

        var sheet = desk.followed(token);
        assertThat(sheet.version()).isEqualTo(2);
        assertThat(sheet.groups().stream()
                        .flatMap(group -> group.lines().stream())
                        .filter(Sheet.Line::changed))
                .extracting(Sheet.Line::question)
                .containsExactly("care", "causes");

        desk.amendByLink(
                token,
                enough(VALLEBRUNE).with("care", "INTERRUPTED").with("causes", "RANSOMWARE"),
                desk.followed(token).versions());
        assertThat(desk.followed(token).versions()).isEqualTo(2);
    }

    @Test
    void writesFactsWithoutNamesOrText() {
        var world = new World("declaration-facts");
        var receipt = desk.submit(new Submission(enough(VALLEBRUNE), "WEB", world, null, key(), null), GUEST);
        desk.verify(receipt.declaration(), DeclarationVerified.How.CALLED_BACK, ANALYST);
        desk.verify(receipt.declaration(), DeclarationVerified.How.CALLED_BACK, ANALYST);

        var facts = journal.asKnownAt(
                Instant.now().plusSeconds(60), world, List.of("declaration.received", "declaration.verified"));
        assertThat(facts)
                .extracting(Journal.Recorded::type)
                .containsExactly("declaration.received", "declaration.verified");
        assertThat(facts.getFirst().data())
                .containsEntry("care", "DEGRADED")
                .containsEntry("region", "84")
                .containsEntry("verified", false);
        assertThat(facts.getFirst().subjects()).containsOnlyKeys("declaration", "structure");
        assertThat(facts.toString()).doesNotContain("VALLEBRUNE").doesNotContain("Vasseur");
    }

    @Test
    void letsNobodyConfirmForAStructureNotTheirs() {
        var declarant = declarantOf(GRANDVAL);
        var id = declare(enough(VALLEBRUNE), declarant).declaration();
        assertThatThrownBy(() -> desk.verify(id, DeclarationVerified.How.CONFIRMED, declarant))
                .isInstanceOf(Refusal.class);
        desk.verify(id, DeclarationVerified.How.CONFIRMED, declarantOf(VALLEBRUNE));
        assertThat(desk.sheet(id, ANALYST)).get().extracting(Sheet::verified).isEqualTo(true);
    }

    @Test
    void keepsAVerifiedDeclarationWithItsStructure() {
        var token = String.valueOf(declare(enough(VALLEBRUNE), GUEST).followToken());
        var id = desk.followed(token).declaration();
        desk.verify(id, DeclarationVerified.How.CALLED_BACK, ANALYST);
        assertThatThrownBy(() -> desk.amendByLink(token, enough(GRANDVAL), 1)).isInstanceOf(FieldErrors.Invalid.class);
        assertThat(desk.followed(token).structure().name()).isEqualTo("CH DE VALLEBRUNE");
    }

    @Test
    void hidesFromTheLinkWhatTheStructureItselfAdds() {
        var token = String.valueOf(declare(enough(VALLEBRUNE), GUEST).followToken());
        var id = desk.followed(token).declaration();
        desk.amend(id, enough(VALLEBRUNE).with("description", "Pare-feu : confidentiel"), 1, declarantOf(VALLEBRUNE));
        assertThat(desk.followed(token).answers().one("description")).get().isNotEqualTo("Pare-feu : confidentiel");
        assertThatThrownBy(() -> desk.amendByLink(token, enough(VALLEBRUNE), 2)).isInstanceOf(Refusal.class);
    }

    @Test
    void tellsTheSecondWriterThatSomebodyWasFaster() {
        var token = String.valueOf(declare(enough(VALLEBRUNE), GUEST).followToken());
        desk.amendByLink(token, enough(VALLEBRUNE).with("care", "INTERRUPTED"), 1);
        assertThatThrownBy(() -> desk.amendByLink(token, enough(VALLEBRUNE).with("care", "NONE"), 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void letsTheDeskNameTheStructureThatTheDeclarantDidNotFind() {
        var receipt = declare(enough("Hôpital de la vallée brune"), GUEST);
        desk.verify(receipt.declaration(), DeclarationVerified.How.CALLED_BACK, VALLEBRUNE, ANALYST);
        var sheet = desk.sheet(receipt.declaration(), ANALYST).orElseThrow();
        assertThat(sheet.structure().region()).isEqualTo("84");
        assertThat(sheet.verified()).isTrue();
        assertThat(desk.followed(String.valueOf(receipt.followToken())).verified())
                .isTrue();
    }
}
