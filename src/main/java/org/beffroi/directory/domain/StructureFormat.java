package org.beffroi.directory.domain;

import java.io.IOException;
import java.io.InputStream;

/** A form in which structures are published. */
enum StructureFormat {
    /** Yearly survey of establishments, as prepared from DREES's tables: one header line, semicolons. */
    SAE("columns finess_et;finess_ej;…") {
        @Override
        boolean recognises(String beginning) {
            return beginning.startsWith("finess_et;");
        }

        @Override
        boolean read(InputStream in, Intake intake) throws IOException {
            return new SaeFile(intake).read(in);
        }
    },
    /** Open data until 2026: etalab-cs1100502 (and -cs1100507, with places), no header of columns, semicolons. */
    ETALAB("lines structureet;…") {
        @Override
        boolean recognises(String beginning) {
            return beginning.startsWith("finess;") || beginning.startsWith("structureet;");
        }

        @Override
        boolean read(InputStream in, Intake intake) throws IOException {
            return new EtalabFile(intake).read(in);
        }
    },
    /** Open data since 2026: finess-structures-journalier, one JSON document. */
    DAILY_JSON("JSON with pmej[] and gcc[]") {
        @Override
        boolean recognises(String beginning) {
            return beginning.startsWith("{");
        }

        @Override
        boolean read(InputStream in, Intake intake) throws IOException {
            return new DailyJson(intake).read(in);
        }
    };

    private final String words;

    StructureFormat(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** @param beginning of the content, without byte order mark and leading blanks */
    abstract boolean recognises(String beginning);

    /**
     * Reads on; what is wrong goes to the intake. Throws when the bytes cannot be had.
     *
     * @return whether the file was read to its end
     */
    abstract boolean read(InputStream in, Intake intake) throws IOException;
}
