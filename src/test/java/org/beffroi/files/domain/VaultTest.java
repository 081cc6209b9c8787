package org.beffroi.files.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is handed in is what is read back, or it is not read at all. */
@BeffroiTest
class VaultTest {
    private final Files files;
    private final Vault vault;
    private final FilesRound round;
    private final Clock clock;
    private final JdbcClient jdbc;

    VaultTest(@Autowired Vault vault, @Autowired FilesRound round, @Autowired Clock clock, @Autowired JdbcClient jdbc) {
        this.files = vault;
        this.vault = vault;
        this.round = round;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private static byte[] some(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private UUID handedIn(byte[] bytes, int at) {
        var id = files.announce("trace.pcap", "application/octet-stream", bytes.length);
        for (int from = 0; from < bytes.length; from += at) {
            files.append(id, from, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + at)));
        }
        return id;
    }

    private KeptFile of(UUID id) {
        return Objects.requireNonNull(files.of(List.of(id)).get(id));
    }

    private byte[] read(UUID id) throws IOException {
        var out = new ByteArrayOutputStream();
        files.copy(id, out);
        return out.toByteArray();
    }

    @Test
    void comesBackAsItWasSentHoweverItWasCut() throws Exception {
        for (int length : new int[] {1, Vault.PIECE - 1, Vault.PIECE, Vault.PIECE + 1, 3_000_000}) {
            var bytes = some(length);
            for (int cut : new int[] {length, 1_000_003, Files.LARGEST_PART}) {
                var id = handedIn(bytes, cut);
                assertThat(of(id).sha256()).isEqualTo(sha256(bytes));
                assertThat(read(id)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void aLargeOneIsReadBackBehindIt() throws Exception {
        var bytes = some(17 * 1024 * 1024);
        var id = handedIn(bytes, Files.LARGEST_PART);
        assertThat(of(id).whole()).isTrue();
        round.readBack();
        org.awaitility.Awaitility.await().until(() -> of(id).readable());
        assertThat(of(id).sha256()).isEqualTo(sha256(bytes));
    }

    @Test
    void goesOnWhereItWasAndNowhereElse() {
        var id = files.announce("a.bin", "x/y", 100);
        files.append(id, 0, some(40));
        assertThat(of(id).percent()).isEqualTo(40);
        for (long offset : new long[] {0, 39, 41, -1}) {
            assertThatThrownBy(() -> files.append(id, offset, some(10)))
                    .isInstanceOfSatisfying(Refusal.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                        assertThat(refused.arguments()).containsExactly(40L);
                    });
        }
        assertThatThrownBy(() -> files.append(id, 40, some(61)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.INVALID));
        assertThatThrownBy(() -> read(id)).isInstanceOf(Refusal.class);
        assertThat(files.append(id, 40, some(60)).readable()).isTrue();
    }

    @Test
    void nothingIsEmptyNorEndless() {
        assertThatThrownBy(() -> files.announce("a", "", 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> files.announce("a", "", Files.LARGEST + 1)).isInstanceOf(Refusal.class);
        assertThat(files.announce("a", "", Files.LARGEST)).isNotNull();
    }

    @Test
    void whoeverHasTheDatabaseAloneReadsNothing() {
        var words =
                "Le mot de passe du domaine est azerty.".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var id = handedIn(words, words.length);
        var kept = jdbc.sql("select locked from files.piece where file_id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("azerty");
        assertThat(kept).hasSize(words.length + 12 + 16);
    }

    @Test
    void aChangedOrExchangedPieceIsNotRead() {
        var changed = handedIn(some(3 * Vault.PIECE), Files.LARGEST_PART);
        jdbc.sql(
                        "update files.piece set locked = set_byte(locked, 500, (get_byte(locked, 500) + 1) % 256) where file_id = :id and place = 1")
                .param("id", changed)
                .update();
        assertThatThrownBy(() -> read(changed)).isInstanceOf(Lock.Damaged.class);

        var exchanged = handedIn(some(3 * Vault.PIECE), Files.LARGEST_PART);
        jdbc.sql(
                        "update files.piece set place = case place when 1 then 20 else 10 end where file_id = :id and place in (1, 2)")
                .param("id", exchanged)
                .update();
        jdbc.sql(
                        "update files.piece set place = case place when 20 then 2 else 1 end where file_id = :id and place in (20, 10)")
                .param("id", exchanged)
                .update();
        assertThatThrownBy(() -> read(exchanged)).isInstanceOf(Lock.Damaged.class);

        var shortened = handedIn(some(3 * Vault.PIECE), Files.LARGEST_PART);
        jdbc.sql("delete from files.piece where file_id = :id and place = 2")
                .param("id", shortened)
                .update();
        assertThatThrownBy(() -> read(shortened)).isInstanceOf(Lock.Damaged.class);
    }

    @Test
    void whatCannotBeReadBackIsToldOnce() {
        var id = files.announce("a.bin", "", 17L * Vault.PIECE);
        files.append(id, 0, some(Files.LARGEST_PART));
        files.append(id, Files.LARGEST_PART, some(Files.LARGEST_PART));
        jdbc.sql("delete from files.piece where file_id = :id and place = 3")
                .param("id", id)
                .update();
        files.append(id, 2L * Files.LARGEST_PART, some(Vault.PIECE));
        org.awaitility.Awaitility.await().until(() -> !vault.readBackNext());
        assertThat(of(id).readable()).isFalse();
        assertThat(jdbc.sql("select damaged from files.file where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void leavesInAnArchiveThatThePasswordAloneOpens() throws Exception {
        var bytes = some(2_500_000);
        var id = handedIn(bytes, Files.LARGEST_PART);
        var out = new ByteArrayOutputStream();
        files.archive(id, "Kiwi-42-Lune", out);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), "Kiwi-42-Lune".toCharArray())) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getFileName()).isEqualTo("trace.pcap");
            assertThat(zip.readAllBytes()).isEqualTo(bytes);
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), "other".toCharArray())) {
            assertThatThrownBy(() -> {
                        zip.getNextEntry();
                        zip.readAllBytes();
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsErasedIsGoneAndStaysKnown() {
        var id = handedIn(some(1000), 1000);
        files.erase(id);
        files.erase(id);
        assertThat(of(id).erased()).isTrue();
        assertThat(of(id).sha256()).isNotNull();
        assertThatThrownBy(() -> read(id)).isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from files.piece where file_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNotFinishedWithinAWeekIsForgotten() {
        var id = files.announce("a.bin", "", 100);
        SettableClock.at(clock.instant().plus(Duration.ofDays(6)), round::forget);
        assertThat(of(id).erased()).isFalse();
        SettableClock.at(clock.instant().plus(Duration.ofDays(8)), round::forget);
        assertThat(of(id).erased()).isTrue();
    }
}
