package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BeffroiTest
class FollowLinksTest {
    @Autowired
    FollowLinks links;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(20)
    void leadsBackToItsDeclaration() {
        var declaration = UuidCreator.getTimeOrderedEpoch();
        assertThat(links.token(declaration)).matches("[A-Za-z0-9_-]{43}");
        assertThat(links.declaration(links.token(declaration))).contains(declaration);
    }

    @Test
    void isTheSameWhenItIsAskedForAgainOnAnyNode() {
        var declaration = new UUID(1, 2);
        assertThat(new FollowLinks(jdbc).token(declaration)).isEqualTo(links.token(declaration));
    }

    @Test
    void isOfNoUseForAnotherDeclaration() {
        var bytes = Base64.getUrlDecoder().decode(links.token(new UUID(1, 2)));
        bytes[15] ^= 1;
        assertThat(links.declaration(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "%%%", "é", "BEF-2026-004821-K"})
    void refusesWhatIsNoLink(String typed) {
        assertThat(links.declaration(typed)).isEmpty();
    }

    @Test
    void refusesAnyGuess() {
        var random = new Random(20261124);
        for (int i = 0; i < 1_000; i++) {
            var guess = new byte[random.nextInt(8) == 0 ? random.nextInt(64) : 32];
            random.nextBytes(guess);
            assertThat(links.declaration(Base64.getUrlEncoder().withoutPadding().encodeToString(guess)))
                    .isEmpty();
        }
    }
}
