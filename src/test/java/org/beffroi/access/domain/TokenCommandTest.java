package org.beffroi.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@BeffroiTest
class TokenCommandTest {
    @Autowired
    TokenCommand command;

    private String run(int code, String... arguments) {
        var said = new ByteArrayOutputStream();
        assertThat(command.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(code);
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make x --role boss|There is no role “boss”",
                "make x|Choose a role",
                "make x --role analyst --role lead|A token has one role",
                "make x --role agency --region 999|There is no region “999”",
                "make x --role agency|Choose the agency’s region",
                "make x --role declarant --structure 12|No structure has the number 12",
                "make x --role analyst --days soon|A token is valid for 1 to",
                "make x --role analyst --days 9999|A token is valid for 1 to",
                "make --role analyst|Give the machine one name",
                "revoke|Say which",
                "revoke 12|There is no such token",
                "revoke 00000000-0000-0000-0000-000000000000|There is no such token",
                "sell|Say what to do",
            })
    void saysWhatIsWrong(String typed, String words) {
        assertThat(run(2, typed.split(" "))).contains(words).doesNotContain("access.error");
    }

    @Test
    void makesListsAndRevokes() {
        var name = "dpi-" + UUID.randomUUID();
        assertThat(run(0, "make", name, "--role", "agency", "--region", "84", "--days", "3"))
                .startsWith("bef_");
        var row = run(0, "list").lines().filter(line -> line.contains(name)).findFirst();
        assertThat(row)
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("AGENCY")
                        .containsPattern("until \\d{1,2} [A-Z][a-z]{2} \\d{4}, \\d\\d:\\d\\d"));
        assertThat(run(0, "revoke", row.orElseThrow().split(" ")[0])).contains("Revoked");
        assertThat(run(0, "list")).containsPattern(name + " +revoked");
    }
}
