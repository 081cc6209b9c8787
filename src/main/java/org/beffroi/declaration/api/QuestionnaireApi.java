package org.beffroi.declaration.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.beffroi.access.OpenToAll;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.declaration.domain.FormQuestion;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form itself, for those who build one: what is asked, in which words, and which codes answer it. */
@RestController
class QuestionnaireApi {
    private final DeclarationForm form;
    private final Taxonomy taxonomy;
    private final MessageSource texts;

    QuestionnaireApi(DeclarationForm form, Taxonomy taxonomy, MessageSource texts) {
        this.form = form;
        this.taxonomy = taxonomy;
        this.texts = texts;
    }

    record Asked(String edition, List<AskedQuestion> questions) {}

    record AskedQuestion(
            int number,
            String key,
            String group,
            FormQuestion.Type type,
            boolean required,
            int longest,
            @Nullable String label,
            List<Code> codes) {}

    /** @param structure the answer: a FINESS number, or an identifier where there is none */
    record Candidate(
            String structure,
            String name,
            @Nullable String town,
            @Nullable String department) {}

    record Code(String code, String label) {}

    @OpenToAll
    @GetMapping("/api/v1/questionnaire")
    Asked questionnaire(Locale locale) {
        var asked = form.questionnaire();
        return new Asked(
                asked.edition(),
                asked.groups().stream()
                        .flatMap(group ->
                                group.questions().stream().map(question -> question(group.key(), question, locale)))
                        .toList());
    }

    /**
     * Which structures the typed name, town or number may mean, the likeliest first: what the page proposes under the field.
     *
     * @param q at least two characters, else nothing is found; at most 100 of them are looked at
     */
    @OpenToAll
    @GetMapping("/api/v1/questionnaire/structures")
    List<Candidate> structures(@RequestParam(defaultValue = "") String q) {
        return form.proposed(q).stream()
                .map(found -> new Candidate(
                        Objects.requireNonNullElseGet(
                                found.finess(), () -> found.id().toString()),
                        found.name(),
                        found.town(),
                        found.department()))
                .toList();
    }

    private AskedQuestion question(String group, FormQuestion question, Locale locale) {
        var vocabulary = question.vocabulary();
        var codes = vocabulary == null
                ? List.<Code>of()
                : taxonomy.vocabulary(vocabulary).terms().stream()
                        .map(term -> new Code(term.code(), term.label(locale)))
                        .toList();
        return new AskedQuestion(
                form.questionnaire().number(question.key()),
                question.key(),
                group,
                question.type(),
                question.required(),
                question.limit(),
                texts.getMessage("declaration.question." + question.key(), null, question.key(), locale),
                codes);
    }
}
