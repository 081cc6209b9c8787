package org.beffroi.directory.domain;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beffroi.shared.DemoSeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Real structures for the demonstration's search and denominators, when the survey SAE is at hand: in the data folder under
 * {@code finess/}, or in {@code shared/data/finess/} beside the project. No incident happens to them.
 */
@Component
@Order(15)
class SurveyStructures implements DemoSeed {
    private static final String SURVEY = "finess/etablissements-sae2023.csv.gz";

    private final StructureImport imports;
    private final List<Path> places;

    SurveyStructures(StructureImport imports, @Value("${beffroi.data:data}") Path data) {
        this.imports = imports;
        // The demonstration's own folder lies in the data folder, unless another is named.
        this.places = Stream.of(".", "..", "../../shared/data", "../../../shared/data")
                .map(folder -> data.resolve(folder).resolve(SURVEY).normalize())
                .toList();
    }

    @Override
    public void sow(PrintStream progress) {
        places.stream().filter(Files::isReadable).findFirst().ifPresent(file -> take(file, progress));
    }

    private void take(Path file, PrintStream progress) {
        try {
            imports.run(List.of(file.toString()), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
