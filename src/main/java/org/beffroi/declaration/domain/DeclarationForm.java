package org.beffroi.declaration.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Questions;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.Submission;
import org.beffroi.directory.Directory;
import org.beffroi.directory.Finess;
import org.beffroi.directory.Structure;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** The form as it is asked today, and how what is filled in becomes a declaration. */
@Component
public class DeclarationForm implements Questions {
    private static final String EDITION = "2026-1";
    private static final String STRUCTURE = "structure";
    private static final int LONGEST_TYPED = 100;

    private final Questionnaire questionnaire = Questionnaire.load(EDITION);
    private final Map<String, Questionnaire> earlier = new ConcurrentHashMap<>();
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Clock clock;

    DeclarationForm(Taxonomy taxonomy, Directory directory, Clock clock) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.clock = clock;
        questionnaire.questions().values().forEach(this::knowsItsVocabulary);
    }

    private void knowsItsVocabulary(FormQuestion question) {
        if (question.vocabulary() != null) {
            taxonomy.vocabulary(question.vocabulary());
        }
    }

    record Read(Answers answers, StructureSnapshot structure, FieldErrors errors) {}

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    @Override
    public Set<String> keys() {
        return questionnaire.questions().keySet();
    }

    @Override
    public Optional<String> vocabulary(String question) {
        return Optional.ofNullable(questionnaire.questions().get(question)).map(FormQuestion::vocabulary);
    }

    /** The form as it was asked then: what was answered keeps its edition. */
    Questionnaire edition(String name) {
        return name.equals(EDITION) ? questionnaire : earlier.computeIfAbsent(name, Questionnaire::load);
    }

    Read read(Submission submission, Instant declaredAt) {
        var imported = submission.channel().equals("IMPORT");
        var result = new AnswerReader(questionnaire, taxonomy, clock.instant()).read(submission.answers(), imported);
        var errors = result.errors();
        if (declaredAt.isAfter(clock.instant().plusSeconds(600))) {
            errors = errors.and("foundAt", "declaration.error.future");
        }
        return withStructure(result, errors);
    }

    /** Everything that would be refused, without sending it; {@code already} is what the page itself found wrong. */
    public FieldErrors check(Answers answers, FieldErrors already) {
        var read = read(Submission.now(answers, "WEB", "not-sent"), clock.instant());
        return already.and(read.errors());
    }

    /** A later version: what the structure was called then stays, unless another one is named. */
    Read readAgain(Answers answers, DeclarationRow before, Instant now) {
        var imported = before.channel().equals("IMPORT");
        var result = new AnswerReader(questionnaire, taxonomy, now).read(answers, imported);
        if (result.answers().one(STRUCTURE).equals(before.answers().one(STRUCTURE))) {
            return new Read(result.answers(), before.structure(), result.errors());
        }
        var read = withStructure(result, result.errors());
        // It is this structure that was called back, and no other: what counts for it must stay with it.
        return before.verified() && !before.isOf(read.structure().id())
                ? new Read(
                        read.answers(),
                        read.structure(),
                        read.errors()
                                .and(
                                        STRUCTURE,
                                        "declaration.error.verified-structure",
                                        before.structure().name()))
                : read;
    }

    private Read withStructure(AnswerReader.Result result, FieldErrors errors) {
        var typed = result.answers().one(STRUCTURE).orElse("");
        var found = structure(typed);
        if (found.isPresent()) {
            var structure = found.get();
            var known = structure.finess() == null ? structure.id().toString() : structure.finess();
            return new Read(result.answers().with(STRUCTURE, known), StructureSnapshot.of(structure), errors);
        }
        var snapshot = StructureSnapshot.unknown(typed);
        return new Read(
                result.answers(),
                snapshot,
                Finess.parse(typed).isPresent() && errors.of(STRUCTURE).isEmpty()
                        ? errors.and(STRUCTURE, "declaration.error.unknown-finess", typed)
                        : errors);
    }

    /** The structure that an answer names beyond doubt: by its number or identifier. */
    public Optional<Structure> structure(String typed) {
        var bare = typed.strip();
        if (bare.length() == 36 && bare.indexOf('-') == 8) {
            try {
                return directory.byId(UUID.fromString(bare));
            } catch (IllegalArgumentException noIdentifier) {
                return Optional.empty();
            }
        }
        return Finess.parse(typed).flatMap(finess -> directory.byFiness(finess.value()));
    }

    /** What the declarant may have meant, the likeliest first. */
    public List<Structure> candidates(String typed) {
        return typed.isBlank() ? List.of() : directory.search(typed, 8);
    }

    /** The same while the declarant still types: not before the second character, and no more than the first hundred. */
    public List<Structure> proposed(String typed) {
        var start = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED)).strip();
        return start.length() < 2 ? List.of() : candidates(start);
    }

    String hash(Answers answers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(answers.byQuestion()).forEach((question, values) -> {
                digest.update(question.getBytes(StandardCharsets.UTF_8));
                values.forEach(value -> {
                    digest.update((byte) 0);
                    digest.update(value.getBytes(StandardCharsets.UTF_8));
                });
                digest.update((byte) 1);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
