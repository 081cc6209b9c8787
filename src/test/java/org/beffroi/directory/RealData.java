package org.beffroi.directory;

import java.nio.file.Path;
import java.util.Objects;

/** Real datasets, which are not part of the project: {@code BEFFROI_TEST_DATA} says where they are. */
public final class RealData {
    private static final Path FOLDER =
            Path.of(Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DATA"), "../shared/data"));

    /** Establishments of the survey SAE 2023. */
    public static final Path SURVEY = FOLDER.resolve("finess/etablissements-sae2023.csv.gz");

    private RealData() {}
}
