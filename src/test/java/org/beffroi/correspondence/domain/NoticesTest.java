package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.declaration.Answers;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Answers MAILBOX = Answers.NONE.with("email", "n.perrin@ch-vallebrune.example");

    @Test
    void goesRoundTheStructuresOwnNetworkWhereThatIsPossible() {
        assertThat(Notices.address(MAILBOX)).contains("n.perrin@ch-vallebrune.example");
        assertThat(Notices.address(MAILBOX.with("outOfBand", "chez moi : nadia@dehors.example, ou 06 12")))
                .contains("nadia@dehors.example");
        assertThat(Notices.address(MAILBOX.with("outOfBand", "06 12 34 56 78")))
                .contains("n.perrin@ch-vallebrune.example");
    }

    @Test
    void knowsThatThereIsNoAddress() {
        assertThat(Notices.address(Answers.NONE.with("outOfBand", "par la mairie, @ l’accueil")))
                .isEmpty();
    }
}
