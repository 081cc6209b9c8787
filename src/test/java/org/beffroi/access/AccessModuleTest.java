package org.beffroi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.beffroi.testing.House;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ModuleTest
class AccessModuleTest {
    /** Which structures there are, is for a later module to say. */
    @MockitoBean
    StructureRegister register;

    @Test
    void opensAnAccountThatSeesItsStructureOnly(@Autowired Access access) {
        var structure = UUID.randomUUID();
        access.openDeclarant("nadia@vallebrune.example", "Nadia Perrin", House.PASSWORD, Set.of(structure));
        var viewer = access.viewerByEmail("nadia@vallebrune.example").orElseThrow();
        assertThat(viewer.is(Role.DECLARANT)).isTrue();
        assertThat(viewer.scope().structures()).containsExactly(structure);
        assertThat(access.desk()).isEmpty();
    }
}
