package org.beffroi.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.beffroi.declaration.Answers;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Structure;
import org.beffroi.shared.Command;
import org.springframework.boot.test.context.TestComponent;

/** Eight invented structures in three regions and overseas, and what one may declare for them. */
@TestComponent
public class Village {
    /** Region 84. */
    public static final String VALLEBRUNE = "990000010";

    /** Region 84. */
    public static final String TROIS_FONTAINES = "990000028";

    /** Region 93. */
    public static final String MONT_ALAOUI = "990000036";

    /** Region 11. */
    public static final String GRANDVAL = "990000069";

    /** La Réunion. */
    public static final String ILE_BLEUE = "990000085";

    private final Directory directory;

    public Village(Directory directory, List<Command> commands) throws Exception {
        this.directory = directory;
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (var command : commands) {
            if (command.name().equals("import structures")) {
                var file = Path.of(java.util.Objects.requireNonNull(Village.class.getResource("/structures.csv"))
                        .toURI());
                command.run(List.of(file.toString()), quiet);
            }
        }
    }

    public Structure structure(String finess) {
        return directory.byFiness(finess).orElseThrow();
    }

    /** The six answers that are enough. */
    public static Answers enough(String finess) {
        return Answers.NONE
                .with("structure", finess)
                .with("name", "Claire Vasseur")
                .with("phone", "06 12 34 56 78")
                .with("foundAt", "2026-03-02T03:10")
                .with("description", "Plus aucun poste n’ouvre le dossier patient.")
                .with("care", "DEGRADED");
    }
}
