package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.beffroi.testing.Village.MONT_ALAOUI;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.Refusal;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two add to one declaration: the one who waits finds it as the other has left it. */
@BeffroiTest
class MeanwhileTest {
    private static final Viewer GUEST = Viewer.guest();
    private static final Viewer ANALYST =
            new Viewer(UUID.randomUUID(), "Claire Vasseur", EnumSet.of(Role.ANALYST), Scope.nation());

    @Autowired
    DeclarationDesk desk;

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Receipt declare(Answers answers, Viewer by) {
        return desk.submit(Submission.now(answers, "WEB", UUID.randomUUID().toString()), by);
    }

    private Viewer declarantOf(String finess) {
        return new Viewer(
                UUID.randomUUID(),
                "Nadia Perrin",
                EnumSet.of(Role.DECLARANT),
                Scope.structures(Set.of(village.structure(finess).id())));
    }

    /** Begins {@code second} while {@code first} is not committed, and returns what became of it. */
    private CompletableFuture<Void> meanwhile(Runnable first, Runnable second) {
        return transaction.execute(status -> {
            first.run();
            var waiting = CompletableFuture.runAsync(second);
            await().until(() -> waiting.isDone() || somebodyWaits());
            return waiting;
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void keepsWhatWasAddedWhileTheDeskWasNamingTheStructure() throws Exception {
        var free = enough("Hôpital de la vallée brune");
        var receipt = declare(free, GUEST);
        var token = String.valueOf(receipt.followToken());
        meanwhile(
                        () -> desk.amendByLink(token, free.with("care", "INTERRUPTED"), 1),
                        () -> desk.verify(receipt.declaration(), How.CALLED_BACK, "99\u00a0000\u00a0001-0", ANALYST))
                .get();

        var sheet = desk.sheet(receipt.declaration(), ANALYST).orElseThrow();
        assertThat(sheet.version()).isEqualTo(3);
        assertThat(sheet.answers().one("care")).contains("INTERRUPTED");
        assertThat(sheet.answers().one("structure")).contains(VALLEBRUNE);
        assertThat(sheet.structure().finess()).isEqualTo(VALLEBRUNE);
    }

    @Test
    void takesNothingFromAStructureThatSpokeMeanwhile() {
        var other = declarantOf(MONT_ALAOUI);
        var id = declare(enough(VALLEBRUNE), other).declaration();
        var late = meanwhile(
                () -> desk.amend(id, enough(VALLEBRUNE).with("care", "NONE"), 1, declarantOf(VALLEBRUNE)),
                () -> desk.amend(id, enough(MONT_ALAOUI), 2, other));
        refused(late, "declaration.error.not-found");
    }

    @Test
    void takesNothingByTheLinkOfAStructureThatSpokeMeanwhile() {
        var receipt = declare(enough(VALLEBRUNE), GUEST);
        var token = String.valueOf(receipt.followToken());
        var late = meanwhile(
                () -> desk.amend(
                        receipt.declaration(), enough(VALLEBRUNE).with("care", "NONE"), 1, declarantOf(VALLEBRUNE)),
                () -> desk.amendByLink(token, enough(MONT_ALAOUI), 2));
        refused(late, "declaration.error.taken-over");
    }

    private static void refused(CompletableFuture<Void> late, String key) {
        assertThatThrownBy(late::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
