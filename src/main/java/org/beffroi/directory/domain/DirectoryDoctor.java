package org.beffroi.directory.domain;

import java.util.List;
import java.util.Locale;
import org.beffroi.directory.Directory;
import org.beffroi.shared.DoctorCheck;
import org.beffroi.shared.Paris;
import org.springframework.stereotype.Component;

/** Whether there are structures to declare for, and where they come from. */
@Component
class DirectoryDoctor implements DoctorCheck {
    private static final String SUBJECT = "Directory";
    private static final String HOW =
            "./beffroi import structures FILE (FINESS open data of data.gouv.fr, CSV or JSON)";

    private final ImportStore imports;
    private final Directory directory;

    DirectoryDoctor(ImportStore imports, Directory directory) {
        this.imports = imports;
        this.directory = directory;
    }

    @Override
    public List<Verdict> check() {
        return List.of(imports.last().map(this::afterImport).orElseGet(DirectoryDoctor::empty));
    }

    private static Verdict empty() {
        return Verdict.ill(SUBJECT, "no structure was ever imported", HOW);
    }

    private Verdict afterImport(ImportStore.Run run) {
        long obliged = directory.obligedCount();
        var finding = String.format(
                Locale.ROOT,
                "%,d open structures that must declare; last import %s of %tF: %s",
                obliged,
                run.file(),
                run.startedAt().atZone(Paris.ZONE),
                run.tally());
        if (obliged == 0) {
            return Verdict.ill(SUBJECT, finding, HOW);
        }
        if (run.endedAt() == null) {
            return Verdict.ill(
                    SUBJECT, finding + "; it is under way or was interrupted", "if nothing runs, import it again");
        }
        return run.complete()
                ? Verdict.well(SUBJECT, finding)
                : Verdict.ill(SUBJECT, finding + "; the file was not whole", "get the file again and import it");
    }
}
