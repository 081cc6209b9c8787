package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Treatment;
import org.beffroi.declaration.Treatment.Stage;
import org.springframework.stereotype.Component;

/** What Beffroi writes by itself: in both languages, for nobody knows which one its reader has; and to whom. */
@Component
class OwnWords {
    static final String BEFFROI = "Beffroi";
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Outlines outlines;
    private final OutlineFields fields;
    private final Reaching reaching;
    private final Declarations declarations;
    private final Optional<Treatment> treatment;

    OwnWords(
            Outlines outlines,
            OutlineFields fields,
            Reaching reaching,
            Declarations declarations,
            Optional<Treatment> treatment) {
        this.outlines = outlines;
        this.fields = fields;
        this.reaching = reaching;
        this.declarations = declarations;
        this.treatment = treatment;
    }

    String of(String outline, Seat seat) {
        var found = outlines.find(outline).orElseThrow();
        return LANGUAGES.stream()
                .map(language -> fields.fill(found, seat, language))
                .collect(Collectors.joining("\n\n– – –\n\n"));
    }

    /** The incident is over, or was none. */
    boolean nobodyWaits(UUID declaration) {
        var closed = treatment
                .flatMap(known -> known.of(declaration))
                .map(progress -> progress.stage() == Stage.CLOSED)
                .orElse(false);
        return closed || declarations.isWithdrawn(declaration);
    }

    /** A way to the structure that nothing has taken so far. */
    Optional<Reach> nextContact(Sheet sheet) {
        return reaching.next(sheet);
    }
}
