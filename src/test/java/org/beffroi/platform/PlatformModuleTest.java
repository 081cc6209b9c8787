package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.access.StructureRegister;
import org.beffroi.shared.Command;
import org.beffroi.shared.DoctorCheck;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ModuleTest
@TestPropertySource(properties = {"beffroi.desk.phone=01 99 00 00 00", "beffroi.desk.email=desk@test.example"})
class PlatformModuleTest {
    /** Which structures there are, is for a later module to say. */
    @MockitoBean
    StructureRegister register;

    @Test
    void hasADoctorWhoIsContentWithoutAnyOtherModule(
            @Autowired List<DoctorCheck> checks, @Autowired List<Command> commands) {
        assertThat(commands).extracting(Command::name).contains("doctor", "docs");
        assertThat(checks)
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.check()).allMatch(DoctorCheck.Verdict::well));
    }
}
