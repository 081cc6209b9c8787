package org.beffroi.incident.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.TimelineEntry.Detail;
import org.jspecify.annotations.Nullable;

/** What a decision of the desk says, field by field; of a revision only what it changed. */
final class Decisions {
    private record Field(String name, @Nullable String vocabulary, Function<Assessment, List<String>> of) {
        static Field yesNo(String name, Function<Assessment, Boolean> of) {
            return new Field(name, null, judged -> List.of(of.apply(judged).toString()));
        }

        static Field code(String name, String vocabulary, Function<Assessment, @Nullable String> of) {
            return new Field(
                    name,
                    vocabulary,
                    judged -> Stream.ofNullable(of.apply(judged)).toList());
        }
    }

    private static final List<Field> FIELDS = List.of(
            Field.yesNo("inScope", Assessment::inScope),
            Field.yesNo("major", Assessment::major),
            Field.code("grade", "health-code-grade", Assessment::grade),
            Field.code("severity", "severity", Assessment::severity),
            Field.code("endangerment", "endangerment", Assessment::endangerment),
            Field.code("care", "care-effect", Assessment::care),
            Field.code("origin", "origin", Assessment::origin),
            new Field("causes", "cause", Assessment::causes),
            Field.code("rsit", "rsit", Assessment::rsit));

    private Decisions() {}

    /** @param before the judgement that is replaced; null for the first one */
    static List<Detail> of(@Nullable Assessment before, Assessment now) {
        return FIELDS.stream()
                .flatMap(field -> Stream.ofNullable(detail(field, before, now)))
                .toList();
    }

    private static @Nullable Detail detail(Field field, @Nullable Assessment before, Assessment now) {
        var after = field.of().apply(now);
        if (before == null) {
            // The first severity is what the entry is about: it is not said twice.
            return after.isEmpty() || field.name().equals("severity")
                    ? null
                    : new Detail(field.name(), field.vocabulary(), null, after);
        }
        var was = field.of().apply(before);
        return was.equals(after) ? null : new Detail(field.name(), field.vocabulary(), was, after);
    }

    static List<Detail> of(Conclusion conclusion) {
        var details = new ArrayList<Detail>();
        add(details, "entryPoint", "entry-point", conclusion.entryPoint());
        add(details, "entryPointKind", "entry-point-kind", conclusion.entryPointKind());
        add(details, "entryPointUnknownReason", "entry-point-unknown-reason", conclusion.entryPointUnknownReason());
        return List.copyOf(details);
    }

    private static void add(List<Detail> details, String field, String vocabulary, @Nullable String code) {
        if (code != null && !Objects.equals(code, "NOT_APPLICABLE")) {
            details.add(new Detail(field, vocabulary, null, List.of(code)));
        }
    }
}
