package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a demonstration is started with. */
class LaunchTest {
    private static final String PHONE = "beffroi.desk.phone";

    @Test
    void aDemonstrationNamesANumberThatIsKeptForFictionUnlessOneIsGiven() {
        var properties = new HashMap<String, Object>();
        Launch.inventDesk(Map.of(), properties);
        assertThat(properties.get(PHONE)).asString().startsWith("01 99 00 ");

        var given = new HashMap<String, Object>();
        Launch.inventDesk(Map.of("BEFFROI_DESK_PHONE", "01 02 03 04 05"), given);
        assertThat(given).isEmpty();
    }
}
