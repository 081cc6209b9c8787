package org.beffroi.files.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            capture écran.png       | capture écran.png
            C:\\Users\\nadia\\log.txt  | log.txt
            ../../etc/passwd        | passwd
            .htaccess               | htaccess
            a<b>:"c.exe             | abc.exe
            ' '                     | file
            ..                      | file
            facture\u202Efdp.exe    | facturefdp.exe
            """)
    void keepsTheWordsAndNoMore(String typed, String kept) {
        assertThat(FileNames.clean(typed)).isEqualTo(kept);
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(FileNames.clean("é".repeat(400) + ".evtx")).hasSize(200).endsWith("é.evtx");
    }

    @Test
    void takesOnlyATypeForAType() {
        assertThat(FileNames.type("image/png")).isEqualTo("image/png");
        assertThat(FileNames.type("text/html; charset=x\r\nSet-Cookie: a")).isEqualTo("application/octet-stream");
    }
}
