package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Files of any bytes: each is read to its end or refused with a place. {@code JAZZER_FUZZ=1} searches on. */
class ImportFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void readsOrRefusesAnyFile(byte[] bytes) throws IOException {
        for (var format : StructureFormat.values()) {
            var heard = new Heard();
            var whole = format.read(new ByteArrayInputStream(bytes), heard);
            assertThat(whole || !heard.rejections.isEmpty())
                    .as("%s says why it stopped", format)
                    .isTrue();
            assertThat(heard.rejections).allSatisfy(rejection -> {
                assertThat(rejection.line()).isNotNegative();
                assertThat(rejection.detail()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
            });
        }
    }
}
