package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Submission;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BeffroiTest
class DeclarationFormTest {
    @Autowired
    DeclarationDesk desk;

    @Autowired
    Village village;

    @ParameterizedTest
    @ValueSource(strings = {"99\u00a0000\u00a0001\u00a00", "99-000-001-0", "99\u202f000 001.0", " 990000010 "})
    void readsAFinessNumberHoweverItIsSpaced(String typed) {
        var receipt = desk.submit(
                Submission.now(enough(typed), "WEB", UUID.randomUUID().toString()), Viewer.guest());
        var sheet = desk.followed(String.valueOf(receipt.followToken()));
        assertThat(sheet.structure().finess()).isEqualTo(VALLEBRUNE);
        assertThat(sheet.answers().one("structure")).contains(VALLEBRUNE);
    }
}
