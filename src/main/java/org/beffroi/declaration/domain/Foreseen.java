package org.beffroi.declaration.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.WhoIsTold;
import org.beffroi.shared.World;
import org.springframework.stereotype.Service;

/** Who would be told of a form as it stands, before it is sent. What could not be read in it is left out. */
@Service
public class Foreseen {
    private final DeclarationForm form;
    private final Optional<WhoIsTold> rules;
    private final Rehearsing rehearsing;
    private final Clock clock;

    Foreseen(DeclarationForm form, Optional<WhoIsTold> rules, Rehearsing rehearsing, Clock clock) {
        this.rehearsing = rehearsing;
        this.form = form;
        this.rules = rules;
        this.clock = clock;
    }

    /** Each with those of its fields that are answered; empty where nobody decides it. */
    public List<WhoIsTold.Told> of(Answers typed, World world) {
        var now = clock.instant();
        var read = form.read(Submission.now(typed, "WEB", "not-sent"), now);
        return rules
                .map(known -> known.of(read.answers(), read.structure(), now, rehearsing.speed(world)))
                .orElse(List.of())
                .stream()
                .map(told -> answered(told, read.answers()))
                .toList();
    }

    private static WhoIsTold.Told answered(WhoIsTold.Told told, Answers answers) {
        return new WhoIsTold.Told(
                told.recipient(),
                told.reason(),
                told.byDesk(),
                told.due(),
                told.fields().stream()
                        .filter(field -> !answers.all(field).isEmpty())
                        .toList());
    }
}
