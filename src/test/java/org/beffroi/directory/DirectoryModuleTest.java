package org.beffroi.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.shared.Command;
import org.beffroi.testing.ModuleTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest
class DirectoryModuleTest {
    @Test
    void takesStructuresInAndTellsHowManyThereAre(
            @Autowired Directory directory, @Autowired List<Command> commands, AssertablePublishedEvents events)
            throws Exception {
        var village = new Village(directory, commands);
        assertThat(village.structure(Village.VALLEBRUNE).region()).isEqualTo("84");
        assertThat(events).contains(DirectoryCounted.class).matching(counted -> counted.obliged() > 0);
    }
}
