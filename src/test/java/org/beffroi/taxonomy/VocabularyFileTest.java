package org.beffroi.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyFileTest {
    private static final String HEAD = "# edition=2026-1; source=us\n";

    private static List<String> faults(String text) throws IOException {
        var faults = new ArrayList<String>();
        new VocabularyFile("cause.csv", faults).read(new StringReader(text));
        return faults;
    }

    @Test
    void readsEditionSourceTermsAndAttributes() throws IOException {
        var faults = new ArrayList<String>();
        var text = HEAD + "code,en,fr,origin,level\nTHEFT,\"Theft, loss\",Vol,MALICIOUS,\n";
        var vocabulary = new VocabularyFile("cause.csv", faults).read(new StringReader(text));
        assertThat(faults).isEmpty();
        assertThat(vocabulary)
                .isEqualTo(new Vocabulary(
                        "cause",
                        "2026-1",
                        "us",
                        List.of(new Term("THEFT", "Theft, loss", "Vol", Map.of("origin", "MALICIOUS")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A,a,à@B,b,bé@A,c,ç      | taxonomy/cause.csv, line 5: code A is already on line 3
                    A,,à                    | taxonomy/cause.csv, line 3: A has no English
                    A,a,à@# why@B,b,        | taxonomy/cause.csv, line 5: B has no French
                    a-b,a,à                 | taxonomy/cause.csv, line 3: bad code «a-b»
                    A,a ,à                  | taxonomy/cause.csv, line 3: blanks around «a »
                    A,a                     | taxonomy/cause.csv, line 3: 2 values under 3 columns
                    A,a,à,x                 | taxonomy/cause.csv, line 3: 4 values under 3 columns
                    """)
    void refusesABadTermNamingFileAndLine(String terms, String fault) throws IOException {
        assertThat(faults(HEAD + "code,en,fr\n" + terms.replace('@', '\n') + "\n"))
                .containsExactly(fault);
    }

    @Test
    void refusesAFileWithoutHeadColumnsOrTerms() throws IOException {
        assertThat(faults("code,en,fr\nfr,en,code\n"))
                .containsExactly(
                        "taxonomy/cause.csv, line 1: the first line is not «# edition=…; source=…»",
                        "taxonomy/cause.csv, line 2: the columns do not start with code,en,fr",
                        "taxonomy/cause.csv, line 2: no term");
    }

    @Test
    void doesNotStartWithABadFileAndSaysAllFaultsAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("good.csv"), HEAD + "code,en,fr\nA,a,à\n");
        Files.writeString(folder.resolve("one.csv"), HEAD + "code,en,fr\nA,,à\n");
        Files.writeString(folder.resolve("two.csv"), HEAD + "code,en,fr\nA,a,\n");
        assertThatThrownBy(() -> new Taxonomy("file:" + folder + "/*.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("taxonomy/one.csv, line 3: A has no English")
                .hasMessageContaining("taxonomy/two.csv, line 3: A has no French")
                .hasMessageNotContaining("good.csv");
    }
}
