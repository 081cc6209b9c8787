package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.testing.Village.MONT_ALAOUI;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.Change;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.Refusal;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BeffroiTest
class VersionsTest {
    private static final Viewer GUEST = Viewer.guest();
    private static final Viewer ANALYST =
            new Viewer(UUID.randomUUID(), "Claire Vasseur", EnumSet.of(Role.ANALYST), Scope.nation());
    private static final String SECRET = "Pare-feu : confidentiel";

    @Autowired
    DeclarationDesk desk;

    @Autowired
    Versions versions;

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    private Receipt declare(String structure) {
        return desk.submit(
                Submission.now(enough(structure), "WEB", UUID.randomUUID().toString()), GUEST);
    }

    private static String token(Receipt receipt) {
        return String.valueOf(receipt.followToken());
    }

    private Viewer declarantOf(String finess) {
        return new Viewer(
                UUID.randomUUID(),
                "Nadia Perrin",
                EnumSet.of(Role.DECLARANT),
                Scope.structures(Set.of(village.structure(finess).id())));
    }

    private static Viewer agencyOf(String region) {
        return new Viewer(UUID.randomUUID(), "ARS", EnumSet.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }

    /** Three versions: by the guest, by the guest again, by the structure's account. */
    private Receipt threeVersions() {
        var receipt = declare(VALLEBRUNE);
        var more = enough(VALLEBRUNE).with("care", "INTERRUPTED").with("causes", "RANSOMWARE");
        desk.amendByLink(token(receipt), more, 1);
        desk.amend(receipt.declaration(), more.with("description", SECRET).with("causes"), 2, declarantOf(VALLEBRUNE));
        return receipt;
    }

    @Test
    void listsTheNewestFirstWithWhomAndWhatChanged() {
        var history = versions.history(threeVersions().reference(), ANALYST);

        assertThat(history.versions()).extracting(Versions.Entry::version).containsExactly(3, 2, 1);
        assertThat(history.versions())
                .extracting(Versions.Entry::by)
                .containsExactly(Author.ACCOUNT, Author.GUEST, Author.GUEST);
        assertThat(history.versions().get(1).changes())
                .containsExactly(
                        new Change("care", List.of("Soins assurés en mode dégradé"), List.of("Soins interrompus")),
                        new Change("causes", List.of(), List.of("Rançongiciel")))
                .isNotEmpty();
        assertThat(history.versions().get(2).changes()).isEmpty();
        assertThat(history.toString()).as("roles, not names").doesNotContain("Nadia", "Perrin");
    }

    @Test
    void readsAnOldVersionWholeAndComparesItWithAnyOther() {
        var reference = threeVersions().reference();

        var first = versions.read(reference, 1, Optional.empty(), ANALYST);
        assertThat(first.sheet().answers().one("care")).contains("DEGRADED");
        assertThat(first.against()).isZero();
        assertThat(first.changes()).isEmpty();

        var third = versions.read(reference, 3, Optional.of(1), ANALYST);
        assertThat(third.readable()).containsExactly(1, 2, 3);
        assertThat(third.changes())
                .extracting(Change::question)
                .as("the cause came and went")
                .containsExactly("description", "care");
        assertThat(versions.read(reference, 3, Optional.empty(), ANALYST).changes())
                .extracting(Change::question)
                .containsExactly("description", "causes");
    }

    @Test
    void comparesBackwardsToo() {
        var reference = threeVersions().reference();
        assertThat(versions.read(reference, 1, Optional.of(2), ANALYST).changes())
                .filteredOn(change -> change.question().equals("causes"))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEmpty());
    }

    @Test
    void opensThemToTheStructureItsRegionAndTheDeskOnly() {
        var reference = threeVersions().reference();
        for (var reader : List.of(declarantOf(VALLEBRUNE), agencyOf("84"), ANALYST)) {
            assertThat(versions.history(reference, reader).versions()).hasSize(3);
        }
        var observatory = new Viewer(UUID.randomUUID(), "Obs", EnumSet.of(Role.OBSERVATORY), Scope.nation());
        for (var stranger : List.of(declarantOf(MONT_ALAOUI), agencyOf("93"), observatory, GUEST)) {
            assertThatThrownBy(() -> versions.history(reference, stranger)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> versions.read(reference, 1, Optional.empty(), stranger))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void endsForTheLinkWhereTheStructuresOwnAccountBegins() {
        var token = token(threeVersions());

        assertThat(versions.historyByLink(token).versions())
                .extracting(Versions.Entry::version)
                .containsExactly(2, 1);
        assertThat(versions.readByLink(token, 2, Optional.empty()).readable()).containsExactly(1, 2);
        assertThatThrownBy(() -> versions.readByLink(token, 3, Optional.empty()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> versions.readByLink(token, 1, Optional.of(3))).isInstanceOf(Refusal.class);
    }

    @Test
    void shutsOutNobodyWhoseStructureTheDeskHasNamed() {
        var receipt = declare("Hôpital de la vallée brune");
        desk.verify(receipt.declaration(), How.CALLED_BACK, VALLEBRUNE, ANALYST);

        assertThat(versions.historyByLink(token(receipt)).versions().getFirst().by())
                .isEqualTo(Author.DESK);
        var known = desk.followed(token(receipt));
        desk.amendByLink(token(receipt), known.answers().with("care", "INTERRUPTED"), known.versions());
        assertThat(desk.followed(token(receipt)).answers().one("care")).contains("INTERRUPTED");
    }

    @Test
    void showsTheLinkNothingOfTheStructuresEvenIfTheDeskWritesAfterIt() {
        var receipt = declare("Hôpital de la vallée brune");
        var own = new Viewer(UUID.randomUUID(), "Nadia", EnumSet.of(Role.DECLARANT), Scope.nation());
        desk.amend(receipt.declaration(), enough("Hôpital de la vallée brune").with("description", SECRET), 1, own);
        desk.verify(receipt.declaration(), How.CALLED_BACK, VALLEBRUNE, ANALYST);

        assertThat(versions.historyByLink(token(receipt)).versions()).hasSize(1);
        assertThat(desk.followed(token(receipt)).toString()).doesNotContain(SECRET);
    }

    /** Whoever declared for a structure not its own is nothing to it, once it speaks itself. */
    @Test
    void shutsOutTheAccountThatDeclaredForAnotherStructureWhenThatOneSpeaks() {
        var other = declarantOf(MONT_ALAOUI);
        var own = declarantOf(VALLEBRUNE);
        var receipt = desk.submit(
                Submission.now(enough(VALLEBRUNE), "WEB", UUID.randomUUID().toString()), other);
        var id = receipt.declaration();
        var more = enough(VALLEBRUNE).with("care", "INTERRUPTED");
        desk.amend(id, more, 1, other);
        desk.amend(id, more.with("causes", "RANSOMWARE"), 2, ANALYST);
        assertThat(versions.history(receipt.reference(), other).versions())
                .as("until then it is its own")
                .hasSize(3);
        desk.amend(id, more.with("description", SECRET), 3, own);

        assertThat(desk.sheet(id, other)).isEmpty();
        assertThat(desk.find(receipt.reference(), other)).isEmpty();
        assertThat(desk.count(other)).isEqualTo(desk.latest(other, 50, 0).size());
        assertThat(desk.latest(other, 50, 0))
                .noneMatch(sheet -> sheet.declaration().equals(id));
        List.<ThrowingCallable>of(
                        () -> versions.history(receipt.reference(), other),
                        () -> versions.read(receipt.reference(), 4, Optional.empty(), other),
                        () -> desk.amend(id, enough(MONT_ALAOUI), 4, other),
                        () -> desk.verify(id, How.CONFIRMED, other))
                .forEach(deed -> assertThatThrownBy(deed)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND)));
        assertThat(desk.sheet(id, own)).get().asString().contains(SECRET);
    }

    @Test
    void saysThatThereIsNoSuchVersion() {
        var reference = declare(VALLEBRUNE).reference();
        for (var number : List.of(0, 2, -1, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> versions.read(reference, number, Optional.empty(), ANALYST))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
    }

    @Test
    void refusesToChangeWhatWasWritten() {
        declare(VALLEBRUNE);
        for (var attempt : List.of(
                "update declaration.version set answers = '{}'",
                "delete from declaration.version",
                "truncate declaration.version cascade")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).as(attempt).hasMessageContaining("append-only");
        }
    }
}
