package org.beffroi.declaration.domain;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The declaration form, question by question, for whoever prints it, translates it or sends it by machine. */
@Component
class QuestionnairePage implements GeneratedPage {
    private static final int MOST_CODES = 20;
    private static final Map<FormQuestion.Type, String> ANSWERS = Map.of(
            FormQuestion.Type.STRUCTURE, "FINESS number, identifier, or free text",
            FormQuestion.Type.TEXT, "one line",
            FormQuestion.Type.LONG, "text",
            FormQuestion.Type.PHONE, "telephone number",
            FormQuestion.Type.EMAIL, "e-mail address",
            FormQuestion.Type.INSTANT, "date and time, with an offset or local to the zone",
            FormQuestion.Type.ZONE, "time zone, `Europe/Paris` when absent",
            FormQuestion.Type.CHOICE, "one of ",
            FormQuestion.Type.CHOICES, "any of ",
            FormQuestion.Type.FLAG, "`true`");

    private final DeclarationForm form;
    private final Taxonomy taxonomy;
    private final MessageSource texts;

    QuestionnairePage(DeclarationForm form, Taxonomy taxonomy, MessageSource texts) {
        this.form = form;
        this.taxonomy = taxonomy;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "questionnaire";
    }

    @Override
    public String text() {
        var page = new StringBuilder("""
                # Questionnaire, edition %s

                What `/declare` asks and `POST /api/v1/declarations` takes. Besides the questions marked as required, one of `phone`, `email`
                and `outOfBand` must be answered. Everything else may stay «not known yet», and be added later as a new version.
                """.formatted(form.questionnaire().edition()));
        for (var group : form.questionnaire().groups()) {
            page.append("\n## %s / %s\n"
                            .formatted(
                                    words("declaration.group." + group.key(), Locale.ENGLISH),
                                    words("declaration.group." + group.key(), Locale.FRENCH)))
                    .append(GeneratedPage.head("no.", "key", "English", "français", "answer", ""));
            group.questions().forEach(question -> page.append(row(question)));
        }
        return page.toString();
    }

    private String row(FormQuestion question) {
        return GeneratedPage.row(
                String.valueOf(form.questionnaire().number(question.key())),
                "`" + question.key() + "`",
                words("declaration.question." + question.key(), Locale.ENGLISH),
                words("declaration.question." + question.key(), Locale.FRENCH),
                answer(question),
                question.required() ? "required" : "");
    }

    private String answer(FormQuestion question) {
        var most = question.max() > 0 ? ", at most %d characters".formatted(question.max()) : "";
        var vocabulary = question.vocabulary();
        return ANSWERS.get(question.type()) + (vocabulary == null ? most : codes(vocabulary));
    }

    private String codes(String vocabulary) {
        var codes = taxonomy.vocabulary(vocabulary).codes();
        return codes.size() > MOST_CODES
                ? "[%s](glossary.md#%s)".formatted(vocabulary, vocabulary)
                : codes.stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
    }

    private String words(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, locale));
    }
}
