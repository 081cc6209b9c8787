package org.beffroi.declaration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what is declared, and what of it they see. The module that decides it comes later in the graph and answers; the form asks before anything
 * is sent.
 */
public interface WhoIsTold {
    /** @param speed how many times faster clocks run: 1 but in a rehearsal */
    List<Told> of(Answers answers, StructureSnapshot structure, Instant declaredAt, int speed);

    /**
     * Somebody who is told.
     *
     * @param recipient message key of the name
     * @param reason message key of why
     * @param byDesk true: the desk tells them; false: the structure does itself
     * @param due null: without delay
     * @param fields keys of the questions whose answers they see
     */
    record Told(
            String recipient,
            String reason,
            boolean byDesk,
            @Nullable Instant due,
            List<String> fields) {
        public Told {
            fields = List.copyOf(fields);
        }
    }
}
